import { setImmediate as turn } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import { Agent, type Dispatcher } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import { minuteMs, secondMs } from '#domain/instant.ts';
import { Secret } from '#domain/secret.ts';
import { shippedPace } from '#openai/bucket.ts';
import { readSeed } from '#sandbox/openai/seed.ts';
import { startOpenAiEmulator } from '#sandbox/openai/start.ts';
import { rhythm } from '#schedule/jobs.ts';
import { refreshMirror } from '#workflow/refresh-mirror.ts';
import { at } from '../support/cast.ts';
import { createFakeTime } from '../openai/support/fake-time.ts';
import { openTestVendor } from '../openai/support/mock-vendor.ts';
import { NOON } from '../support/settable-clock.ts';
import { openSmallHouse } from '../support/small-house.ts';

const PROJECTS = 300;

async function bigSeed() {
  const file = new URL('../../data/sandbox/organization.json', import.meta.url);
  const small = JSON.parse(await readFile(file, 'utf8')) as { readonly projects: readonly object[] };
  const more = Array.from({ length: PROJECTS - small.projects.length }, (_, n) => ({
    id: `proj_Big${String(n).padStart(4, '0')}`,
    name: `team-${n}`,
    created: '-30d',
  }));
  return readSeed(JSON.stringify({ ...small, projects: [...small.projects, ...more] }));
}

/** The use cases over the real wire and pacer at OpenAI's real limit, in a time that passes only while nothing is on its way. */
async function openBigHouse() {
  const time = createFakeTime(NOON);
  const rateLimit = { callsPerMinute: shippedPace.perMinute, burst: shippedPace.burst };
  const emulator = await startOpenAiEmulator({ nowMs: time.nowMs, seed: await bigSeed(), behaviour: { rateLimit } });
  onTestFinished(() => emulator.close());
  const agent = new Agent();
  onTestFinished(() => agent.close());
  let started = 0;
  const counting: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
    started += 1;
    return dispatch(options, handler);
  };
  const { vendor, exchanges } = openTestVendor({
    baseUrl: emulator.url,
    adminKey: new Secret(emulator.adminKey),
    pace: shippedPace,
    nowMs: time.nowMs,
    waitMs: time.waitMs,
    dispatcher: agent.compose(counting),
  });
  const small = await openSmallHouse();
  const { house, useCases } = small.restarted((plain) => ({ ...plain, vendor, clock: { now: time.nowMs } }));
  const isQuiet = () => started === exchanges.length;
  /** Lets a second pass as soon as every call that was sent is answered. */
  const second = async (): Promise<void> => {
    await time.settle();
    while (!isQuiet()) {
      await turn();
      if (isQuiet()) await time.settle();
    }
    await time.advance(secondMs);
  };
  return { time, emulator, house, useCases, second };
}

type BigHouse = Awaited<ReturnType<typeof openBigHouse>>;

/** Lets time pass with the mirror refreshed in its rhythm, one round at a time as the scheduler does, until something is done. */
function mirrorBehind({ house, time, second }: BigHouse) {
  const under = { round: false };
  let startsAt = time.nowMs();
  return {
    async live(until: () => boolean): Promise<void> {
      while (!until()) {
        if (!under.round && time.nowMs() >= startsAt) {
          startsAt = time.nowMs() + rhythm['refresh-mirror'];
          under.round = true;
          void refreshMirror(house).finally(() => {
            under.round = false;
          });
        }
        await second();
      }
    },
    async stop(): Promise<void> {
      while (under.round) await second();
    },
  };
}

/** Asks for a key as it is typed in Slack, up to the plan that the requester looks at. */
async function planKey({ useCases }: BigHouse, project: string): Promise<void> {
  const issue = operationId('keys.issue');
  const words = { project, name: 'nightly', access: 'requests', for: '30d' };
  const found = await useCases.resolve({ operationId: issue, words, caller: at('erin') });
  if (found.kind !== 'resolution') throw new Error(JSON.stringify(found));
  expect([found.missing, found.problems]).toEqual([[], []]);
  const ask = { operationId: issue, input: found.input, reason: 'nightly evaluation', caller: at('erin') };
  expect(await useCases.draft(ask)).toMatchObject({ kind: 'drafted' });
}

test('a plan is ready in seconds while the mirror of three hundred projects refreshes behind it', async () => {
  const big = await openBigHouse();
  const { time, emulator, house } = big;
  const mirror = mirrorBehind(big);
  const begin = time.nowMs();
  await mirror.live(() => time.nowMs() - begin > 5 * minuteMs);
  const { items } = await house.store.read.directory.projects();
  expect(items.filter(({ status }) => status === 'active').length).toBeGreaterThan(PROJECTS - 5);

  const waits: number[] = [];
  for (const project of ['search-dev', 'team-7', 'team-250']) {
    const asked = time.nowMs();
    let isReady = false;
    const planned = async () => {
      await planKey(big, project);
      isReady = true;
    };
    await Promise.all([planned(), mirror.live(() => isReady || time.nowMs() - asked > minuteMs)]);
    waits.push(time.nowMs() - asked);
  }
  await mirror.stop();
  expect(Math.max(...waits)).toBeLessThanOrEqual(10 * secondMs);
  expect(emulator.calls().filter(({ status }) => status === 429)).toEqual([]);
});
