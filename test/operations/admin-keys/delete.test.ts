import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { createAdminKey } from '#operations/admin-keys/create.ts';
import { NOON } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { own } from '../users/people.ts';
import { firstOf } from '../users/sent.ts';
import { ownKeyOnWire } from '../users/wire.ts';
import { deleting, reportKeyOnWire } from './samples.ts';

const dayMs = 86_400_000;
const plan = planOf(deleting);
const withKey = (more: Readonly<Record<string, unknown>>) => ({
  ...deleting,
  answers: { own, key: reportKeyOnWire(more) },
});

describe('deleting an admin key', () => {
  test('is one critical call, done when the key is not found', () => {
    expect(plan.tier).toBe('critical');
    expect(firstOf(plan)).toEqual({
      sent: 'DELETE /organization/admin_api_keys/key_report',
      body: null,
      proof: ['gone', 'GET /organization/admin_api_keys/key_report'],
    });
  });

  test('shows whose it is and when it was used, and warns when that is recent', () => {
    expect(plan.holds).toBe('Ines Moreau · created 2026-10-24 12:00 UTC · last used 26 hours ago');
    expect(plan.warnings).toEqual([]);
    expect(planOf(withKey({ last_used_at: NOON / 1000 - 3600 })).warnings).toEqual([
      'In use: last used 1 hour ago. Whatever uses it stops at once.',
    ]);
    expect(planOf(withKey({ last_used_at: null })).holds).toContain('never used');
  });

  test('stands on what the key is, not on when it was used', () => {
    const guards = (more: Readonly<Record<string, unknown>>) => canonicalJson(planOf(withKey(more)).guards);
    expect(guards({ last_used_at: 1 })).toBe(canonicalJson(plan.guards));
    expect(guards({ owner: { id: 'user_other' } })).not.toBe(canonicalJson(plan.guards));
  });

  test.each([
    ['the time it had left', {}, Date.parse('2027-01-22T12:00:00Z') - NOON],
    ['a year, where it had no end', { expires_at: null }, 365 * dayMs],
    ['an hour, where it had less', { expires_at: NOON / 1000 + 60 }, 3_600_000],
  ])('is undone in part, by a key of the same name for %s', (_, more, span) => {
    const { inverse } = planOf(withKey(more));
    expect(inverse).toMatchObject({ verdict: 'partial', operation: 'admin-keys.create' });
    expect(inverse.input).toEqual({ name: 'cost-report', for: span });
    expect(createAdminKey.parseInput(inverse.input ?? {}).success).toBe(true);
  });
});

describe('it is refused', () => {
  test('for the key that Countersign runs on', () => {
    expect(refusalOf({ ...deleting, answers: { own, key: ownKeyOnWire() } }).code).toBe('admin-keys.delete.own');
  });

  test('while nobody knows which that is', () => {
    const answers = { own: { id: null }, key: reportKeyOnWire() };
    expect(refusalOf({ ...deleting, answers })).toMatchObject({
      code: 'admin-keys.delete.own-unknown',
      whoCan: 'An organization owner, in the OpenAI dashboard.',
    });
  });

  test('for one that is gone', () => {
    expect(refusalOf({ ...deleting, answers: { own, key: null } }).code).toBe('admin-keys.delete.gone');
  });
});
