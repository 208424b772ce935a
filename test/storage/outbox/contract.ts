import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '#workflow/ports/outbox.ts';
import type { CurrentStore } from '../contract.ts';
import { HOUR, NOON } from '../sample-request.ts';

const item = (key: string, more: Partial<OutboxItem> = {}): OutboxItem => ({
  kind: 'card',
  key,
  lane: 'normal',
  payload: { requestId: key },
  notBefore: NOON,
  ...more,
});

export function outboxContract(store: CurrentStore): void {
  const put = (one: OutboxItem, now = NOON) => store().transact((tx) => tx.outbox.put(one, now));
  const due = (now = NOON) => store().read.outbox.due(now, 10);
  const keys = async (now = NOON) => (await due(now)).map((row) => row.key);
  const first = async (now = NOON) => {
    const [row] = await due(now);
    if (row === undefined) throw new Error('Nothing is due');
    return row;
  };

  describe('outbox', () => {
    it('keeps what must reach Slack until it was sent', async () => {
      await put(item('a'));
      const row = await first();
      expect(row).toEqual({ ...item('a'), id: row.id, attempts: 0, wantedAt: NOON });
      await store().transact((tx) => tx.outbox.sent(row.id, NOON));
      expect(await due()).toEqual([]);
      expect(await store().read.outbox.depth(NOON)).toEqual({ waiting: 0, oldest: null });
    });

    it('hands out the urgent first, then the oldest, and nothing before its time', async () => {
      await put(item('old', { notBefore: NOON - 2 }), NOON - 2);
      await put(item('bulk', { lane: 'bulk', notBefore: 0 }), NOON - 9);
      await put(item('new', { notBefore: NOON - 2 }), NOON - 1);
      await put(item('urgent', { lane: 'urgent' }));
      await put(item('later', { lane: 'urgent', notBefore: NOON + 1 }));
      expect(await keys()).toEqual(['urgent', 'old', 'new', 'bulk']);
      expect(await keys(NOON + 1)).toEqual(['urgent', 'later', 'old', 'new', 'bulk']);
      expect((await store().read.outbox.due(NOON, 2)).map((row) => row.key)).toEqual(['urgent', 'old']);
      expect(await store().read.outbox.depth(NOON)).toEqual({ waiting: 4, oldest: NOON - 9 });
      expect(await store().read.outbox.depth(NOON + 1)).toMatchObject({ waiting: 5 });
    });

    it('makes unsent items of one key one, with the newest words, the earliest time and the more urgent lane', async () => {
      await put(item('a', { lane: 'bulk', notBefore: NOON - 5, payload: { v: 1 } }), NOON - 5);
      await put(item('a', { lane: 'urgent', notBefore: NOON + HOUR, payload: { v: 2 } }));
      await put(item('a', { lane: 'normal', notBefore: NOON + HOUR, payload: { v: 3 }, kind: 'story' }));
      expect(await due()).toMatchObject([
        { kind: 'story', lane: 'urgent', notBefore: NOON - 5, payload: { v: 3 }, wantedAt: NOON - 5 },
      ]);
      expect(await store().read.outbox.depth(NOON)).toMatchObject({ waiting: 1 });
    });

    it('does not take a state for sent that came while the one before it was being posted', async () => {
      await put(item('a', { payload: { v: 1 } }));
      const posting = await first();
      await put(item('a', { payload: { v: 2 } }));
      await store().transact((tx) => tx.outbox.sent(posting.id, NOON));
      expect(await due()).toMatchObject([{ payload: { v: 2 } }]);
    });

    it('starts anew for a key whose last item was sent', async () => {
      await put(item('a'));
      const { id } = await first();
      await store().transact((tx) => tx.outbox.sent(id, NOON));
      await put(item('a', { payload: { v: 2 } }));
      const row = await first();
      expect(row.id).not.toBe(id);
      expect(row).toMatchObject({ attempts: 0, payload: { v: 2 } });
    });

    it('tries again later and counts the attempts, also over newer states', async () => {
      await put(item('a'));
      const { id } = await first();
      await store().transact((tx) => tx.outbox.retry(id, NOON + HOUR, 'slack.unreachable'));
      expect(await due()).toEqual([]);
      expect(await due(NOON + HOUR)).toMatchObject([{ id, attempts: 1 }]);
      await put(item('a', { payload: { v: 2 } }), NOON + 1);
      expect(await due(NOON + 1)).toMatchObject([{ attempts: 1, payload: { v: 2 } }]);
    });

    it('waits for a busy channel without counting that as an attempt', async () => {
      await put(item('a'));
      const { id } = await first();
      await store().transact((tx) => tx.outbox.postpone(id, NOON + HOUR));
      expect(await due()).toEqual([]);
      expect(await due(NOON + HOUR)).toMatchObject([{ id, attempts: 0 }]);
    });

    it('gives up for good, and a later item of the same key is not held back by that', async () => {
      await put(item('a'));
      const { id } = await first();
      await store().transact(async (tx) => {
        await tx.outbox.bury(id, NOON, 'channel_not_found');
        await tx.outbox.retry(id, NOON, 'too late');
        await tx.outbox.postpone(id, NOON);
        await tx.outbox.sent(id, NOON);
      });
      expect(await due(NOON + HOUR)).toEqual([]);
      await put(item('a'));
      expect(await due()).toMatchObject([{ attempts: 0 }]);
    });
  });
}
