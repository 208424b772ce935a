import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import type { JsonObject } from '#domain/json.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { accountOnWire, evaluator } from './wire.ts';

const given = (wish: JsonObject, account: unknown = accountOnWire()) => ({
  operation: 'accounts.update',
  input: { ...evaluator, name: null, role: null, ...wish },
  answers: { project: projectOnWire(), accounts: listOnWire(accountOnWire({ id: 'user_b', name: 'ranker' }), account) },
});

describe('a change of a service account', () => {
  test('sends what differs, and reads it back', () => {
    const [step] = planOf(given({ name: 'judge', role: 'member' })).steps;
    expect(step?.call).toMatchObject({ params: { service_account_id: 'user_svc' }, body: { name: 'judge' } });
    expect(step?.proof).toMatchObject({ by: 'equals', where: { name: 'judge' } });
  });

  test('comes back exactly', () => {
    const { inverse, changes } = planOf(given({ name: 'judge', role: 'owner' }));
    expect(changes).toEqual([
      { label: 'Name', before: 'evaluator', after: 'judge' },
      { label: 'Role', before: 'member', after: 'owner: may manage the project itself' },
    ]);
    expect(inverse).toEqual({
      verdict: 'exact',
      sentence: 'make it evaluator, member again.',
      operation: 'accounts.update',
      input: { ...evaluator, account: { id: 'user_svc', name: 'judge' }, name: 'evaluator', role: 'member' },
    });
  });

  test('of the role “none” cannot be undone, as that is given at birth only', () => {
    const unborn = accountOnWire({ role: 'none' });
    expect(planOf(given({ role: 'member' }, unborn)).inverse).toMatchObject({
      verdict: 'none',
      operation: 'accounts.delete',
      input: evaluator,
    });
    const { inverse } = planOf(given({ role: 'member', name: 'judge' }, unborn));
    expect(inverse).toMatchObject({ verdict: 'partial', operation: 'accounts.update', input: { name: 'evaluator' } });
    expect(inverse.input).not.toHaveProperty('role');
  });

  test('is graver and warned of when it makes an owner, and warned of when it unmakes one', () => {
    const up = planOf(given({ role: 'owner' }));
    expect(up.tier).toBe('destructive');
    expect(up.warnings[0]).toMatch(/^As an owner it may manage search-dev itself/);
    const down = planOf(given({ role: 'member' }, accountOnWire({ role: 'owner' })));
    expect(down.tier).toBe('routine');
    expect(down.warnings).toEqual(['What it manages in the project by its keys fails.']);
    expect(planOf(given({ name: 'judge' })).warnings).toEqual([]);
  });

  test('stands on name and role, not on the other accounts', () => {
    const guards = canonicalJson(planOf(given({ role: 'owner' })).guards);
    expect(canonicalJson(planOf(given({ role: 'owner' }, accountOnWire({ name: 'x' }))).guards)).not.toBe(guards);
    const alone = given({ role: 'owner' });
    const answers = { ...alone.answers, accounts: listOnWire(accountOnWire()) };
    expect(canonicalJson(planOf({ ...alone, answers }).guards)).toBe(guards);
  });
});

describe('a request is refused', () => {
  test.each([
    ['about an account that is gone', 'accounts.update.gone', given({ name: 'judge' }, accountOnWire({ id: 'other' }))],
    ['that says nothing', 'accounts.update.same', given({})],
    ['that changes nothing', 'accounts.update.same', given({ name: 'evaluator', role: 'member' })],
    ['with a name that is taken', 'accounts.update.name-taken', given({ name: 'Ranker' })],
  ])('%s', (_, code, ask) => {
    expect(refusalOf(ask).code).toBe(code);
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('accounts.update', given({ name: 'judge' }).input).code).toBe('accounts.archived');
  });
});
