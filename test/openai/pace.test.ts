import { describe, expect, it, vi } from 'vitest';
import { minuteMs, secondMs } from '#domain/instant.ts';
import { Pacer, type Slot } from '#openai/pace.ts';
import type { Endpoint } from '#operations/endpoint.ts';
import type { Priority } from '#workflow/ports/vendor.ts';
import { createFakeTime } from './support/fake-time.ts';

const projects: Endpoint = 'GET /organization/projects';
const users: Endpoint = 'GET /organization/users';

const good = { throttled: false, hintMs: null } as const;

function setUp(pace = { perMinute: 6, burst: 4 }) {
  const time = createFakeTime();
  const pacer = new Pacer({ pace, nowMs: time.nowMs, waitMs: time.waitMs });
  const granted: string[] = [];
  const held: Slot[] = [];
  /** Asks for a turn; when it comes, notes the name and gives the turn back unless it is to be held. */
  const ask = async (
    name: string,
    priority: Priority,
    more: { endpoint?: Endpoint; hold?: boolean } = {},
  ): Promise<void> => {
    const slot = await pacer.acquire(more.endpoint ?? projects, { priority });
    granted.push(name);
    if (more.hold === true) held.push(slot);
    else slot.release(good);
  };
  return { time, pacer, granted, held, ask };
}

describe('the pacer', () => {
  it('lets the burst through and then one call every ten seconds', async () => {
    const { time, granted, ask } = setUp();
    for (let n = 1; n <= 6; n += 1) void ask(`call ${n}`, 'click');
    await time.settle();
    expect(granted).toHaveLength(4);
    await time.advance(10 * secondMs - 1);
    expect(granted).toHaveLength(4);
    await time.advance(1);
    expect(granted).toHaveLength(5);
    await time.advance(10 * secondMs);
    expect(granted).toHaveLength(6);
  });

  it('paces each endpoint by itself', async () => {
    const { time, granted, ask } = setUp({ perMinute: 6, burst: 1 });
    void ask('a project', 'click');
    void ask('another project', 'click');
    void ask('a user', 'click', { endpoint: users });
    await time.settle();
    expect(granted).toEqual(['a project', 'a user']);
  });

  it('serves clicks before work before polls, and equals in their order', async () => {
    const { time, granted, ask } = setUp({ perMinute: 60, burst: 1 });
    void ask('first', 'click');
    for (const priority of ['poll', 'work', 'click'] as const) {
      void ask(`${priority} 1`, priority);
      void ask(`${priority} 2`, priority);
    }
    await time.advance(minuteMs);
    expect(granted).toEqual(['first', 'click 1', 'click 2', 'work 1', 'work 2', 'poll 1', 'poll 2']);
  });

  it('lets a click pass a hundred waiting polls', async () => {
    const { time, granted, ask } = setUp();
    for (let n = 1; n <= 100; n += 1) void ask(`poll ${n}`, 'poll');
    await time.advance(35 * secondMs);
    void ask('click', 'click');
    await time.settle();
    expect(granted.at(-1)).toBe('click');
    expect(granted.length).toBeLessThan(10);
  });

  it('leaves the last saved-up call to people', async () => {
    const { time, granted, ask } = setUp();
    for (let n = 1; n <= 4; n += 1) void ask('poll', 'poll');
    await time.settle();
    expect(granted).toEqual(['poll', 'poll', 'poll']);
    void ask('click', 'click');
    await time.settle();
    expect(granted.at(-1)).toBe('click');
  });

  it('serves polls too when nobody else asks, at the same rate', async () => {
    const { time, granted, ask } = setUp();
    for (let n = 1; n <= 20; n += 1) void ask('poll', 'poll');
    await time.advance(minuteMs);
    expect(granted).toHaveLength(9);
  });

  it('has at most three calls in flight, of them at most two polls', async () => {
    const { time, granted, held, ask } = setUp({ perMinute: 60, burst: 20 });
    for (let n = 1; n <= 3; n += 1) void ask(`poll ${n}`, 'poll', { hold: true });
    await time.settle();
    expect(granted).toEqual(['poll 1', 'poll 2']);
    void ask('click 1', 'click', { hold: true });
    void ask('click 2', 'click', { hold: true });
    await time.settle();
    expect(granted).toEqual(['poll 1', 'poll 2', 'click 1']);
    held[0]?.release(good);
    await time.settle();
    expect(granted).toEqual(['poll 1', 'poll 2', 'click 1', 'click 2']);
  });

  it('gives a free place to the click, also when work at another endpoint came first', async () => {
    const { time, granted, held, ask } = setUp();
    for (let n = 1; n <= 3; n += 1) void ask('held', 'click', { hold: true });
    void ask('work', 'work', { endpoint: users });
    void ask('click', 'click');
    await time.settle();
    held[0]?.release(good);
    await time.settle();
    expect(granted.slice(3)).toEqual(['click', 'work']);
  });

  it('leaves an endpoint alone after a 429 until the moment it named, and others go on', async () => {
    const { time, granted, pacer, ask } = setUp();
    const slot = await pacer.acquire(projects, { priority: 'click' });
    slot.release({ throttled: true, hintMs: 20 * secondMs });
    void ask('project', 'click');
    void ask('user', 'click', { endpoint: users });
    await time.advance(20 * secondMs - 1);
    expect(granted).toEqual(['user']);
    await time.advance(1);
    expect(granted).toEqual(['user', 'project']);
  });

  it('says who is ahead and for how long when a wait is more than three seconds', async () => {
    const { time, pacer } = setUp({ perMinute: 6, burst: 1 });
    const onWait = vi.fn();
    const second = vi.fn();
    (await pacer.acquire(projects, { priority: 'click' })).release(good);
    void pacer.acquire(projects, { priority: 'click', onWait });
    void pacer.acquire(projects, { priority: 'click', onWait: second });
    await time.settle();
    expect(onWait.mock.calls).toEqual([[{ ahead: 0, seconds: 10 }]]);
    expect(second.mock.calls).toEqual([[{ ahead: 1, seconds: 20 }]]);
  });

  it('says nothing of a wait that nobody notices', async () => {
    const { time, pacer } = setUp({ perMinute: 60, burst: 1 });
    const onWait = vi.fn();
    (await pacer.acquire(projects, { priority: 'click' })).release(good);
    const slot = pacer.acquire(projects, { priority: 'click', onWait });
    await time.advance(secondMs);
    (await slot).release(good);
    expect(onWait).not.toHaveBeenCalled();
  });

  it('tells those who wait already when a 429 makes them wait longer', async () => {
    const { pacer } = setUp({ perMinute: 60, burst: 1 });
    const onWait = vi.fn();
    const first = await pacer.acquire(projects, { priority: 'click' });
    void pacer.acquire(projects, { priority: 'click', onWait });
    expect(onWait).not.toHaveBeenCalled();
    first.release({ throttled: true, hintMs: 30 * secondMs });
    expect(onWait).toHaveBeenCalledWith({ ahead: 0, seconds: 30 });
  });

  it('refuses when two thousand wait, polls when a thousand do', async () => {
    const { pacer } = setUp();
    const outcomes: Promise<unknown>[] = [];
    const settled = (promise: Promise<unknown>): void => void outcomes.push(promise.catch(() => undefined));
    for (let n = 0; n < 1003; n += 1) settled(pacer.acquire(projects, { priority: 'poll' }));
    await expect(pacer.acquire(projects, { priority: 'poll' })).rejects.toMatchObject({
      code: 'openai.throttled',
      canRetry: true,
    });
    for (let n = 0; n < 1001; n += 1) settled(pacer.acquire(projects, { priority: 'work' }));
    await expect(pacer.acquire(projects, { priority: 'click' })).rejects.toMatchObject({ code: 'openai.throttled' });
    pacer.close();
    await Promise.all(outcomes);
  });

  it('refuses those who wait when it is closed, and everybody after', async () => {
    const { time, pacer } = setUp({ perMinute: 6, burst: 1 });
    (await pacer.acquire(projects, { priority: 'click' })).release(good);
    const waiting = pacer.acquire(projects, { priority: 'click' });
    pacer.close();
    await expect(waiting).rejects.toMatchObject({ code: 'openai.unreachable', canRetry: true });
    await expect(pacer.acquire(projects, { priority: 'click' })).rejects.toMatchObject({ code: 'openai.unreachable' });
    await time.settle();
    expect(time.sleeping()).toBe(0);
  });

  it('goes on after the clock was set back by an hour', async () => {
    const { time, granted, ask } = setUp({ perMinute: 6, burst: 1 });
    void ask('before', 'click');
    await time.settle();
    time.jump(-60 * minuteMs);
    void ask('after', 'click');
    await time.advance(10 * secondMs);
    expect(granted).toEqual(['before', 'after']);
  });

  it('reports each endpoint it has seen', async () => {
    const { time, pacer, ask } = setUp();
    (await pacer.acquire(projects, { priority: 'click' })).release({ throttled: true, hintMs: 10 * secondMs });
    void ask('waits', 'click');
    await time.settle();
    expect(pacer.report()).toEqual([
      { endpoint: projects, perMinute: 3, tokens: 1, waiting: 1, lastThrottledAt: time.nowMs() },
    ]);
  });
});
