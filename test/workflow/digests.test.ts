import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { sendDigests } from '#workflow/asking/send-digests.ts';
import { at } from '../support/cast.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { must, requested } from '../support/walk.ts';

interface Digest {
  readonly to: unknown;
  readonly text: string;
}

async function digests(small: SmallHouse): Promise<readonly Digest[]> {
  const rows = await small.store.read.outbox.due(small.clock.now(), 500);
  return rows.flatMap(({ key, payload }) =>
    key.startsWith('digest:') ? [{ to: payload['channel'], text: JSON.stringify(payload['text']) }] : [],
  );
}

async function passes(small: SmallHouse, ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 15 * minuteMs) {
    small.clock.forward(15 * minuteMs);
    await sendDigests(small.house);
  }
}

describe('the digest', () => {
  test('comes in the morning of each, once a day, to everybody for whom something waits', async () => {
    const small = await openSmallHouse();
    small.people.setZone('bea', 'Asia/Tokyo');
    small.people.setZone('omar', 'America/New_York');
    await requested(small, 'a new key');
    await requested(small, 'revoke her key');
    // From noon in London: nine in New York comes two hours later, nine in Tokyo at midnight.
    await passes(small, 3 * hourMs);
    expect((await digests(small)).map(({ to }) => to)).toEqual(['U0OMAR0001']);
    await passes(small, 12 * hourMs);
    const all = await digests(small);
    expect(all.map(({ to }) => to)).toEqual(['U0OMAR0001', 'U0BEA00001']);
    expect(all[0]?.text).toContain('2 requests wait for your decision');
    expect(all[0]?.text).toContain('Erin Vale, 2 hours ago');
  });

  test('is sent to nobody for whom nothing waits, and says nothing of what is not for them', async () => {
    const small = await openSmallHouse();
    for (const who of ['bea', 'omar', 'sam'] as const) small.people.setZone(who, 'America/New_York');
    await passes(small, 4 * hourMs);
    expect(await digests(small)).toEqual([]);
    const id = await requested(small, 'a new key');
    must(await small.useCases.stepAside({ requestId: id, back: false, caller: at('bea') }));
    await passes(small, 24 * hourMs);
    expect((await digests(small)).map(({ to }) => to)).not.toContain('U0BEA00001');
  });

  test('is written once, however many processes look at the same moment, and by nobody at the weekend', async () => {
    const small = await openSmallHouse({ policy: smallPolicy(['limits: {', 'decide_within: 72h\nlimits: {']) });
    small.clock.forward(4 * 24 * hourMs - 2 * hourMs);
    await requested(small, 'a new key');
    await sendDigests(small.house);
    const friday = (await digests(small)).length;
    expect(friday).toBe(3);
    small.clock.forward(24 * hourMs);
    await sendDigests(small.house);
    expect((await digests(small)).length).toBe(friday);
    small.clock.forward(47 * hourMs);
    const other = small.restarted();
    await Promise.all([sendDigests(small.house), sendDigests(other.house), sendDigests(small.house)]);
    expect((await digests(small)).length).toBe(2 * friday);
  });
});
