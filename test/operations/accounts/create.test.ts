import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#domain/json.ts';
import { describeCall } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Plan, Step } from '#operations/plan.ts';
import { bind, type Bindings, bindJson } from '#operations/template.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { dayMs } from '../samples.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { accountOnWire } from './wire.ts';

const given = (wish: JsonObject, project: unknown = projectOnWire()) => ({
  operation: 'accounts.create',
  input: { project: searchDev, name: 'reporter', role: null, withKey: null, for: null, ...wish },
  answers: { project, accounts: listOnWire(accountOnWire()) },
});

const bindings: Bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { account: { id: 'user_new' } } };
const sent = ({ call }: Step) => {
  const { method, path } = describeCall(bind(call, bindings));
  return [`${method} ${path.replace('/organization/projects/proj_search_dev', '')}`, bind(call, bindings).body];
};
const sentBy = (plan: Plan) => plan.steps.map(sent);

describe('what is sent', () => {
  test('makes the account alone and gives it the role it was asked for with', () => {
    const alone = ['POST /service_accounts', { name: 'reporter', create_service_account_only: true }];
    expect(sentBy(planOf(given({ role: 'none' })))).toEqual([alone]);
    expect(sentBy(planOf(given({})))).toEqual([alone, ['POST /service_accounts/user_new', { role: 'member' }]]);
    expect(sentBy(planOf(given({ role: 'owner' })))).toEqual([
      alone,
      ['POST /service_accounts/user_new', { role: 'owner' }],
    ]);
  });

  test('makes it with a key, which begins as a member’s', () => {
    expect(sentBy(planOf(given({ withKey: true })))).toEqual([['POST /service_accounts', { name: 'reporter' }]]);
    expect(sentBy(planOf(given({ withKey: true, for: dayMs, role: 'owner' })))).toEqual([
      ['POST /service_accounts', { name: 'reporter', expires_in_seconds: 86_400 }],
      ['POST /service_accounts/user_new', { role: 'owner' }],
    ]);
  });

  test('is found again by the name, which nobody else has', () => {
    const [first] = planOf(given({})).steps;
    expect(first?.proof).toMatchObject({ by: 'listed', where: { name: 'reporter' } });
  });
});

describe('a first key', () => {
  const plan = planOf(given({ withKey: true, for: 30 * dayMs }));

  test('is collected by whoever asked, and cut out of the answer', () => {
    expect(plan.steps[0]?.secretAt).toEqual(['api_key', 'value']);
    expect(plan).toMatchObject({
      delivery: 'collect',
      attempts: 3,
      lease: null,
      handover: { name: 'reporter', where: 'search-dev' },
      beneficiaryEmail: 'erin@acme.example',
      bounds: { scopes: ['all'], lifetimeMs: 30 * dayMs },
    });
  });

  test('goes with its account when it could not be handed over', () => {
    expect(plan.compensations.map(sent)).toEqual([['DELETE /service_accounts/user_new', null]]);
  });

  test('is said to be wide, and endless where it is', () => {
    expect(plan.warnings).toEqual(['The key may do everything a key of the project may do.']);
    const endless = planOf(given({ withKey: true }));
    expect(endless.warnings.at(-1)).toBe('The key has no end: it works until somebody revokes it.');
    expect(endless.bounds).toEqual({ scopes: ['all'] });
  });
});

describe('an account', () => {
  test('without a key is simply made', () => {
    const plan = planOf(given({}));
    expect(plan).toMatchObject({
      tier: 'routine',
      delivery: 'none',
      attempts: 1,
      handover: null,
      beneficiaryEmail: null,
    });
    expect(plan.steps.every(({ secretAt }) => secretAt === null)).toBe(true);
  });

  test('that may manage the project is a graver matter', () => {
    const plan = planOf(given({ role: 'owner' }));
    expect(plan.tier).toBe('destructive');
    expect(plan.warnings).toEqual(['As an owner it may manage search-dev itself: its people, its keys, its settings.']);
  });

  test('is deleted to undo it', () => {
    const { inverse } = planOf(given({}));
    const input = bindJson(inverse.input ?? {}, bindings);
    expect(inverse).toMatchObject({ verdict: 'exact', operation: 'accounts.delete' });
    expect(input).toEqual({ project: searchDev, account: { id: 'user_new', name: 'reporter' } });
    expect(findOperation('accounts.delete')?.parseInput(input).success).toBe(true);
  });
});

describe('a request is refused', () => {
  test.each([
    ['with a name that is taken', 'accounts.create.name-taken', given({ name: 'Evaluator' })],
    ['with a lifetime and no key', 'accounts.create.no-key', given({ for: dayMs })],
    ['with a key that could do nothing', 'accounts.create.key-without-role', given({ withKey: true, role: 'none' })],
    [
      'in the default project',
      'accounts.create.default-project',
      given({}, projectOnWire({ name: 'Default project' })),
    ],
  ])('%s', (_, code, ask) => {
    expect(refusalOf(ask).code).toBe(code);
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('accounts.create', given({}).input).code).toBe('accounts.archived');
  });
});
