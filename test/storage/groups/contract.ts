import { describe, expect, it } from 'vitest';
import { slackUserId } from '#domain/ids.ts';
import type { CurrentStore } from '../contract.ts';
import { NOON } from '../sample-request.ts';

const [bea, omar, sam] = ['U0BEA00001', 'U0OMAR0001', 'U0SAM00001'].map(slackUserId) as [
  ReturnType<typeof slackUserId>,
  ReturnType<typeof slackUserId>,
  ReturnType<typeof slackUserId>,
];

export function groupsContract(store: CurrentStore): void {
  const see = (members: readonly ReturnType<typeof slackUserId>[], at = NOON) =>
    store().transact((tx) => tx.groups.see('S1', members, at));

  describe('groups', () => {
    it('were never seen before they are', async () => {
      expect(await store().read.groups.seen('S1')).toBeNull();
    });

    it('know of nobody since when they are members when they are seen first, also of nobody at all', async () => {
      expect(await see([])).toEqual({ isFirst: true, joined: [], left: [] });
      expect(await see([bea], NOON + 1)).toEqual({ isFirst: false, joined: [bea], left: [] });
      await store().transact((tx) => tx.groups.see('S2', [bea], NOON));
      expect((await store().read.groups.seen('S2'))?.since).toEqual(new Map([[bea, null]]));
    });

    it('keep the moment at which somebody joined until they leave', async () => {
      await see([bea]);
      await see([bea, omar], NOON + 1);
      await see([bea, omar], NOON + 2);
      expect(await store().read.groups.seen('S1')).toEqual({
        firstAt: NOON,
        lastAt: NOON + 2,
        since: new Map([
          [bea, null],
          [omar, NOON + 1],
        ]),
      });
      expect(await see([bea, sam], NOON + 3)).toEqual({ isFirst: false, joined: [sam], left: [omar] });
      expect(await see([bea, omar], NOON + 4)).toMatchObject({ joined: [omar], left: [sam] });
      expect((await store().read.groups.seen('S1'))?.since.get(omar)).toBe(NOON + 4);
    });

    it('forget an account in all of them at once, after which it joins anew', async () => {
      await see([bea, omar]);
      await store().transact((tx) => tx.groups.forgetMember(bea));
      expect(await see([bea, omar], NOON + 1)).toMatchObject({ joined: [bea], left: [] });
    });

    it('hold more people than fit into one statement', async () => {
      const many = Array.from({ length: 5000 }, (_, n) => slackUserId(`U${String(n).padStart(9, '0')}`));
      expect((await see(many)).joined).toHaveLength(5000);
      expect((await see([], NOON + 1)).left).toHaveLength(5000);
    });
  });
}
