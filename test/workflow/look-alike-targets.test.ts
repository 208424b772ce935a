import { describe, expect, test } from 'vitest';
import { nameLooksOf } from '#domain/look-alike.ts';
import { at } from '../support/cast.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { decides, drafted, recordOf, requested, standing } from '../support/walk.ts';

describe('names that look alike', () => {
  test.each([
    ['search-prod', 'search-рrod'],
    ['search-prod', 'seаrch-prоd'],
    ['Billing', 'bi11ing'],
    ['payments', 'payrnents'],
    ['search-dev', 'search_dev'],
  ])('B20 · %s and %s', (one, other) => {
    expect(nameLooksOf(one)).toBe(nameLooksOf(other));
  });

  test.each([
    ['search-dev', 'search-prod'],
    ['team-1', 'team-2'],
    ['Поиск', 'Поезд'],
  ])('are not %s and %s', (one, other) => {
    expect(nameLooksOf(one)).not.toBe(nameLooksOf(other));
  });
});

const key = { projectId: 'proj_dev', projectName: 'search-dev', redacted: 'sk-…', ownerName: 'Erin', ownerEmail: null };
const times = { accountId: null, createdAt: 0, lastUsedAt: null, expiresAt: null, isOwned: true };

async function knowing(small: SmallHouse, ...names: readonly string[]): Promise<void> {
  const projects = names.map((name, n) => ({
    id: n === 0 ? 'proj_dev' : `proj_${n}`,
    name,
    status: 'active',
    createdAt: 0,
  }));
  const keys = ['erin-laptop', 'erin-lарtор'].map((name, n) => ({
    ...key,
    ...times,
    id: n === 0 ? 'key_dev' : 'key_twin',
    name,
  }));
  await small.store.transact(async (tx) => {
    await tx.directory.replaceProjects(projects, small.clock.now());
    await tx.directory.replaceKeys('proj_dev', keys, small.clock.now());
  });
}

describe('a target that could be taken for another', () => {
  test('B20 · is said on the card, with both ids; revoking it is held up by nothing', async () => {
    const small = await openSmallHouse();
    await knowing(small, 'search-dev');
    const { terms } = await recordOf(small, await drafted(small, 'revoke her key'));
    expect(terms.plan.warnings.join(' ')).toContain('another key looks the same: erin-lарtор (key_twin)');
    expect(terms.safeguards?.typed).toBe(false);
  });

  test('B20 · is typed by whoever approves a change of it', async () => {
    const small = await openSmallHouse();
    await knowing(small, 'search-dev', 'seаrch-dev');
    const id = await requested(small, 'a new key');
    const { terms, digest } = await recordOf(small, id);
    const twin = terms.plan.warnings.find((warning) => warning.includes('looks the same'));
    expect(twin).toContain('seаrch-dev (proj_1)');
    expect(await decides(small, id, { who: 'bea' })).toMatchObject({ code: 'decide.typed-target' });
    const attention = { openedAt: 0, typed: terms.plan.target.name };
    const outcome = await small.useCases.decide({
      requestId: id,
      kind: 'approve',
      comment: '',
      digest,
      attention,
      caller: at('bea'),
    });
    expect(outcome).toMatchObject({ kind: 'done' });
    expect((await standing(small, id)).state).not.toBe('pending');
  });

  test('is nothing where names differ', async () => {
    const small = await openSmallHouse();
    await knowing(small, 'search-dev', 'search-prod');
    const { terms } = await recordOf(small, await drafted(small, 'a new key'));
    expect(terms.plan.warnings.join(' ')).not.toContain('looks the same');
  });
});
