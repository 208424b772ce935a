import { describe, expect, it } from 'vitest';
import type { CurrentStore } from '../contract.ts';
import { NOON } from '../sample-request.ts';

export function messagesContract(store: CurrentStore): void {
  describe('messages', () => {
    it('remembers where a message stands, and where it stands now', async () => {
      const remember = (ts: string) =>
        store().transact((tx) => tx.messages.remember('card:R1', { channelId: 'C1', ts }, NOON));
      expect(await store().read.messages.place('card:R1')).toBeNull();
      await remember('1763899200.000100');
      await remember('1763899200.000200');
      expect(await store().read.messages.place('card:R1')).toEqual({ channelId: 'C1', ts: '1763899200.000200' });
    });
  });
}
