import { describe, expect, it } from 'vitest';
import { slackUserId } from '#domain/ids.ts';
import type { RolloutWord } from '#policy/rollout-word.ts';
import type { CurrentStore } from '../contract.ts';
import { NOON, sampleRequest } from '../sample-request.ts';

type Said = Omit<RolloutWord, 'id'>;

const hold: Said = {
  kind: 'hold',
  selector: 'keys.*',
  group: null,
  mode: 'plan-only',
  by: { slackId: slackUserId('U0SAM00001'), name: 'Sam Okafor' },
  why: 'a plan named the wrong project',
  requestId: null,
  at: NOON,
};

export function rolloutContract(store: CurrentStore): void {
  const say = (word: Said, instead: readonly number[] = []) => store().transact((tx) => tx.rollout.say(word, instead));

  describe('rollout', () => {
    it('keeps each word as it was said, the newest first, until another takes its place', async () => {
      expect(await store().read.rollout.words()).toEqual([]);
      const one = await say(hold);
      const record = sampleRequest(1);
      await store().transact((tx) => tx.requests.insert(record));
      const opened: Said = { ...hold, kind: 'open', group: 'approvers', requestId: record.terms.id };
      const other = await say(opened);
      expect(other).toEqual({ ...opened, id: other.id });
      expect(await store().read.rollout.words()).toEqual([other, one]);
      const last = await say(hold, [one.id]);
      expect(await store().read.rollout.words()).toEqual([last, other]);
    });

    it('takes no opening that was not asked for', async () => {
      await expect(say({ ...hold, kind: 'open' })).rejects.toThrow();
    });
  });
}
