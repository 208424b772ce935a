import { describe, expect, test } from 'vitest';
import { dayMs, secondMs } from '#domain/instant.ts';
import { deliverOutbox } from '#workflow/deliver-outbox.ts';
import type { Delivered, Mailer } from '#workflow/ports/mailer.ts';
import type { OutboxRow } from '#workflow/ports/outbox.ts';
import { keysToBePosted, toBePosted } from '../support/remembered.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { approved, requested } from '../support/walk.ts';

const sent: Delivered = { kind: 'sent', remember: null };
const failed = (canRetry: boolean): Delivered => ({ kind: 'failed', why: 'Slack said no', canRetry });

/** A mailer that keeps what it was given, and answers as it is told. */
function mailerThat(answers: (row: OutboxRow) => Delivered): Mailer & { readonly seen: OutboxRow[] } {
  const seen: OutboxRow[] = [];
  return {
    seen,
    deliver: (row) => {
      seen.push(row);
      return Promise.resolve(answers(row));
    },
  };
}

describe('a message', () => {
  test('is posted once, and where it stands is remembered', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    const place = { channelId: 'C0APPROVE1', ts: '1.2' };
    const mailer = mailerThat(({ key }) => ({ kind: 'sent', remember: { key, place } }));
    expect(await deliverOutbox(small.house, mailer)).toBe(2);
    expect(await deliverOutbox(small.house, mailer)).toBe(0);
    expect(mailer.seen.map(({ key }) => key)).toEqual([`card:${id}`, `dm:${id}`]);
    expect(await small.store.read.messages.place(`card:${id}`)).toEqual(place);
  });

  test('says what to draw, never what it will say', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    for (const row of await toBePosted(small)) expect(row.payload).toEqual({ requestId: id });
  });

  test('that changed before it was posted is posted once, in its newest state', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    const mailer = mailerThat(() => sent);
    await deliverOutbox(small.house, mailer);
    expect(mailer.seen.map(({ key }) => key)).toEqual([`card:${id}`, `dm:${id}`]);
  });
});

describe('a message that fails', () => {
  test('is tried again after 1, 2, 4 … seconds, and never more than 5 minutes apart', async () => {
    const small = await openSmallHouse();
    await requested(small, 'revoke her key');
    const mailer = mailerThat(() => failed(true));
    const waits: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      await deliverOutbox(small.house, mailer);
      const [row] = await toBePosted(small);
      waits.push(((row?.notBefore ?? 0) - small.clock.now()) / secondMs);
      expect(await deliverOutbox(small.house, mailer)).toBe(0);
      small.clock.forward((row?.notBefore ?? 0) - small.clock.now());
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  test('outlives an outage of days, and is given up after about three, which is said in the log', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    const mailer = mailerThat(({ kind }) => (kind === 'card' ? failed(true) : sent));
    const started = small.clock.now();
    for (let n = 0; n < 1000; n += 1) {
      await deliverOutbox(small.house, mailer);
      const [row] = await toBePosted(small);
      if (row === undefined) break;
      small.clock.forward(Math.max(0, row.notBefore - small.clock.now()));
    }
    expect(await keysToBePosted(small)).toEqual([]);
    expect(mailer.seen.filter(({ key }) => key === `card:${id}`)).toHaveLength(876);
    expect(small.clock.now() - started).toBeGreaterThan(2.9 * dayMs);
    expect(small.log.messages('error')).toEqual(['A message was given up']);
  });

  test('for good is given up at once', async () => {
    const small = await openSmallHouse();
    await requested(small, 'revoke her key');
    await deliverOutbox(
      small.house,
      mailerThat(() => failed(false)),
    );
    expect(await keysToBePosted(small)).toEqual([]);
    expect(small.log.lines.map(({ fields }) => fields['why'])).toEqual(['Slack said no', 'Slack said no']);
  });

  test('holds up no other', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    await deliverOutbox(
      small.house,
      mailerThat(({ kind }) => (kind === 'card' ? failed(true) : sent)),
    );
    expect(await keysToBePosted(small)).toEqual([`card:${id}`]);
  });
});

test('a busy channel costs a message no attempt, however long it is busy', async () => {
  const small = await openSmallHouse();
  await requested(small, 'revoke her key');
  const busy = mailerThat(() => ({ kind: 'busy', afterMs: 1500 }));
  for (let n = 0; n < 50; n += 1) {
    await deliverOutbox(small.house, busy);
    small.clock.forward(1500);
  }
  expect((await toBePosted(small)).map(({ attempts }) => attempts)).toEqual([0, 0]);
  const mailer = mailerThat(() => sent);
  await deliverOutbox(small.house, mailer);
  expect(mailer.seen).toHaveLength(2);
});

test('fifty messages a round at most, urgent ones first', async () => {
  const small = await openSmallHouse();
  await small.store.transact(async (tx) => {
    const now = small.clock.now();
    for (let n = 0; n < 60; n += 1) {
      const lane = n === 59 ? 'urgent' : 'bulk';
      await tx.outbox.put({ kind: 'notice', key: `n${n}`, lane, payload: {}, notBefore: now }, now);
    }
  });
  const mailer = mailerThat(() => sent);
  expect(await deliverOutbox(small.house, mailer)).toBe(50);
  expect(mailer.seen[0]?.key).toBe('n59');
  expect(await deliverOutbox(small.house, mailer)).toBe(10);
});
