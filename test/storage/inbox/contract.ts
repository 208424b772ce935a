import { describe, expect, it } from 'vitest';
import type { CurrentStore } from '../contract.ts';
import { NOON } from '../sample-request.ts';

export function inboxContract(store: CurrentStore): void {
  const claim = (key: string, at = NOON) => store().transact((tx) => tx.inbox.claim(key, at));

  describe('inbox', () => {
    it('lets one of many equal deliveries through', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => claim('trigger:1')));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await claim('trigger:2')).toBe(true);
    });

    it('forgets a delivery whose transaction failed, so that Slack’s second try counts', async () => {
      const failing = store().transact(async (tx) => {
        await tx.inbox.claim('trigger:1', NOON);
        throw new Error('the work failed');
      });
      await expect(failing).rejects.toThrow('the work failed');
      expect(await claim('trigger:1')).toBe(true);
    });

    it('forgets what is older than asked, and says how many', async () => {
      await claim('a', NOON - 2);
      await claim('b', NOON - 1);
      await claim('c', NOON);
      expect(await store().transact((tx) => tx.inbox.forget(NOON))).toBe(2);
      expect([await claim('a'), await claim('c')]).toEqual([true, false]);
    });
  });
}
