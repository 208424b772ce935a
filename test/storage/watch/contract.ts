import { describe, expect, it } from 'vitest';
import type { SeenEvent, StoredFinding } from '#workflow/ports/watch.ts';
import type { CurrentStore } from '../contract.ts';
import { HOUR, NOON } from '../sample-request.ts';

const event = (n: number, at = NOON + n): SeenEvent => ({
  id: `audit_log-${n}`,
  type: 'api_key.created',
  at,
  actorId: n % 2 === 0 ? null : 'key_admin',
  body: { id: `audit_log-${n}`, 'api_key.created': { id: `key_${n}`, data: { scopes: ['a'] } } },
});
const finding = (at: number, more: Partial<StoredFinding> = {}): Omit<StoredFinding, 'id' | 'count'> => ({
  detection: 'mass-key-creation',
  key: 'user_1',
  severity: 'high',
  title: 'Six keys in ten minutes',
  lines: ['one', 'two'],
  at,
  ...more,
});

export function watchContract(store: CurrentStore): void {
  const keepNew = (...events: SeenEvent[]) => store().transact((tx) => tx.watch.keepNew(events));
  const raise = (one: ReturnType<typeof finding>, quietMs = HOUR) =>
    store().transact((tx) => tx.watch.raise(one, quietMs));

  describe('watch', () => {
    it('keeps a cursor of any shape', async () => {
      expect(await store().read.watch.cursor('audit-log')).toBeNull();
      await store().transact((tx) => tx.watch.setCursor('audit-log', 'audit_log-1'));
      await store().transact((tx) => tx.watch.setCursor('audit-log', { last: 'audit_log-2', at: NOON }));
      expect(await store().read.watch.cursor('audit-log')).toEqual({ last: 'audit_log-2', at: NOON });
    });

    it('keeps an event once and answers only those it had not seen, in order', async () => {
      expect(await keepNew(event(2), event(1), event(2))).toEqual([event(2), event(1)]);
      expect(await keepNew(event(1), event(3), event(2))).toEqual([event(3)]);
      expect(await keepNew()).toEqual([]);
      expect(await store().read.watch.eventsSince(NOON + 2)).toEqual([event(2), event(3)]);
    });

    it('takes a whole page of the vendor’s log, and more', async () => {
      const many = Array.from({ length: 950 }, (_, n) => event(n));
      expect(await keepNew(...many)).toEqual(many);
      expect(await store().read.watch.eventsSince(0)).toEqual(many);
    });

    it('forgets old events and says how many', async () => {
      await keepNew(event(1), event(2), event(3));
      expect(await store().transact((tx) => tx.watch.forgetEvents(NOON + 3))).toBe(2);
      expect(await store().read.watch.eventsSince(0)).toEqual([event(3)]);
    });

    it('opens a finding once in its quiet time and counts it up after that', async () => {
      const { id, isNew } = await raise(finding(NOON));
      expect(isNew).toBe(true);
      const worse = finding(NOON + HOUR - 1, { title: 'Nine keys', severity: 'critical', lines: ['three'] });
      expect(await raise(worse)).toEqual({ id, isNew: false });
      expect(await store().read.watch.finding(id)).toEqual({ ...worse, id, at: NOON, count: 2 });
    });

    it('answers what was found since a moment, newest first', async () => {
      for (const n of [1, 2, 3]) await raise(finding(NOON + n, { key: `user_${n}` }));
      const keys = async (at: number, limit = 10) =>
        (await store().read.watch.findingsSince(at, limit)).map(({ key }) => key);
      expect(await keys(NOON + 2)).toEqual(['user_3', 'user_2']);
      expect(await keys(NOON, 1)).toEqual(['user_3']);
    });

    it('opens anew when the quiet time is over, and for another key or detection', async () => {
      const ids = [
        await raise(finding(NOON)),
        await raise(finding(NOON + HOUR)),
        await raise(finding(NOON, { key: 'user_2' })),
        await raise(finding(NOON, { detection: 'frequent-revocations' })),
      ];
      expect(ids.map(({ isNew }) => isNew)).toEqual([true, true, true, true]);
      expect(new Set(ids.map(({ id }) => id)).size).toBe(4);
      expect(await store().read.watch.finding(999)).toBeNull();
    });
  });
}
