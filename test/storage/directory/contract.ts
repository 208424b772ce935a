import { describe, expect, it } from 'vitest';
import type { KnownKey, KnownProject, KnownUser } from '#operations/memory.ts';
import type { CurrentStore } from '../contract.ts';
import { NOON } from '../sample-request.ts';

const project = (n: number): KnownProject => ({
  id: `proj_${n}`,
  name: `Project ${n}`,
  status: 'active',
  createdAt: NOON - n,
});
const user = (n: number): KnownUser => ({
  id: `user_${n}`,
  name: `User ${n}`,
  email: `u${n}@acme.example`,
  role: 'reader',
  addedAt: NOON,
});
const key = (n: number, projectId = 'proj_1'): KnownKey => ({
  id: `key_${n}`,
  name: `Key ${n}`,
  redacted: `…${n}`,
  projectId,
  projectName: 'Project 1',
  ownerName: 'Erin',
  ownerEmail: n % 2 === 0 ? null : 'erin@acme.example',
  accountId: n % 2 === 0 ? `svc_${n}` : null,
  createdAt: NOON,
  lastUsedAt: null,
  expiresAt: n,
  isOwned: n % 3 !== 0,
});
const range = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(count - i));

export function directoryContract(store: CurrentStore): void {
  const directory = () => store().read.directory;

  describe('directory', () => {
    it('says of a list that was never read that nobody knows', async () => {
      const unknown = { asOf: null, items: [] };
      expect([await directory().projects(), await directory().users(), await directory().keys('proj_1')]).toEqual([
        unknown,
        unknown,
        unknown,
      ]);
    });

    it('tells an empty list from one that was never read', async () => {
      await store().transact((tx) => tx.directory.replaceKeys('proj_1', [], NOON));
      expect(await directory().keys('proj_1')).toEqual({ asOf: NOON, items: [] });
    });

    it('makes lists older, never younger, and never one that was not read', async () => {
      const names = ['keys:proj_1', 'keys:proj_2', 'keys:proj_3'];
      await store().transact(async (tx) => {
        await tx.directory.replaceKeys('proj_1', [key(1)], NOON);
        await tx.directory.replaceKeys('proj_2', [], NOON - 500);
        await tx.directory.outdate(names, NOON - 100);
        await tx.directory.outdate([], NOON - 1000);
      });
      const ages = await Promise.all(names.map(async (name) => (await directory().keys(name.slice(5))).asOf));
      expect(ages).toEqual([NOON - 100, NOON - 500, null]);
      expect((await directory().keys('proj_1')).items).toHaveLength(1);
    });

    it('gives back lists of any length in the vendor’s order', async () => {
      const [projects, users, keys] = [range(700, project), range(650, user), range(450, (n) => key(n))];
      await store().transact(async (tx) => {
        await tx.directory.replaceProjects(projects, NOON);
        await tx.directory.replaceUsers(users, NOON + 1);
        await tx.directory.replaceKeys('proj_1', keys, NOON + 2);
      });
      expect(await directory().projects()).toEqual({ asOf: NOON, items: projects });
      expect(await directory().users()).toEqual({ asOf: NOON + 1, items: users });
      expect(await directory().keys('proj_1')).toEqual({ asOf: NOON + 2, items: keys });
    });

    it('forgets what the newer list no longer names, in that list only', async () => {
      await store().transact(async (tx) => {
        await tx.directory.replaceKeys('proj_1', [key(1), key(2)], NOON);
        await tx.directory.replaceKeys('proj_2', [key(1, 'proj_2')], NOON);
        await tx.directory.replaceKeys('proj_1', [key(2)], NOON + 1);
      });
      expect((await directory().keys('proj_1')).items).toEqual([key(2)]);
      expect(await directory().allKeys()).toEqual([key(2), key(1, 'proj_2')]);
    });

    it('keeps an item once that two pages of the vendor repeat', async () => {
      await store().transact((tx) =>
        tx.directory.replaceProjects([project(1), project(2), { ...project(1), name: 'renamed' }], NOON),
      );
      expect((await directory().projects()).items).toEqual([{ ...project(1), name: 'renamed' }, project(2)]);
    });

    it('refuses a list that mixes projects', async () => {
      await expect(store().transact((tx) => tx.directory.replaceKeys('proj_2', [key(1)], NOON))).rejects.toThrow(
        'one project',
      );
    });
  });
}
