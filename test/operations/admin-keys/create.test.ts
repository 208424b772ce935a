import { describe, expect, test } from 'vitest';
import { createAdminKey } from '#operations/admin-keys/create.ts';
import { deleteAdminKey } from '#operations/admin-keys/delete.ts';
import { describeCall } from '#operations/call.ts';
import { bind, type Bindings, bindJson } from '#operations/template.ts';
import { NOON } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { firstOf } from '../users/sent.ts';
import { creating } from './samples.ts';

const dayMs = 86_400_000;
const plan = planOf(creating);
const bindings: Bindings = { requestId: 'R1', attempt: 1, now: NOON + dayMs, results: { key: { id: 'key_new' } } };

describe('a new admin key', () => {
  test('is made when it is collected, ends when the plan says, and is found again by its name', () => {
    expect(firstOf(plan)).toEqual({
      sent: 'POST /organization/admin_api_keys',
      body: { name: 'invoice-export', expires_in_seconds: 30 * 86_400 },
      proof: ['listed', 'GET /organization/admin_api_keys', { name: 'invoice-export' }],
    });
    const [step] = plan.steps;
    expect(step === undefined ? null : bind(step.call, bindings).body).toMatchObject({
      expires_in_seconds: 29 * 86_400,
    });
    expect(step?.secretAt).toEqual(['value']);
  });

  test('F7 · is critical, collected, and no lease of a project', () => {
    expect(plan).toMatchObject({
      tier: 'critical',
      delivery: 'collect',
      handover: { name: 'invoice-export', where: 'the whole organization' },
      lease: null,
      attempts: 3,
      endings: [],
      beneficiaryEmail: 'erin@acme.example',
      bounds: { lifetimeMs: 30 * dayMs },
    });
  });

  test('is deleted again if it reached nobody', () => {
    expect(plan.compensations.map((step) => describeCall(bind(step.call, bindings)))).toEqual([
      { method: 'DELETE', path: '/organization/admin_api_keys/key_new' },
    ]);
  });

  test('tells approvers what it opens, whose it will be, and which there are', () => {
    expect(plan.warnings).toEqual([
      'Whoever has it can change the organization without Countersign and without a second person.',
      'At OpenAI it will belong to Sam Okafor, whose key Countersign runs on.',
    ]);
    expect(plan.facts.map((fact) => fact.value)).toEqual(['countersign · Sam Okafor', 'cost-report · Ines Moreau']);
    expect(planOf({ ...creating, answers: { ...creating.answers, own: { id: null } } }).warnings).toHaveLength(1);
  });

  test('is undone exactly, by deleting the very one that was made', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'admin-keys.delete' });
    const input = bindJson(plan.inverse.input ?? {}, bindings);
    expect(deleteAdminKey.parseInput(input)).toMatchObject({
      success: true,
      data: { key: { id: 'key_new', name: 'invoice-export' } },
    });
  });
});

test('a name that is taken is refused, with a look at the key that has it', () => {
  const taken = { ...creating, input: { ...creating.input, name: 'cost-report' } };
  expect(refusalOf(taken)).toMatchObject({
    code: 'admin-keys.create.taken',
    next: { operation: 'admin-keys.show', input: { key: { id: 'key_report', name: 'cost-report' } } },
  });
});

test.each([
  ['no end', { name: 'a', for: null }],
  ['more than a year', { name: 'a', for: 366 * dayMs }],
  ['less than an hour', { name: 'a', for: 60_000 }],
  ['no name', { name: ' ', for: dayMs }],
])('%s is refused', (_, input) => {
  expect(createAdminKey.parseInput(input).success).toBe(false);
});
