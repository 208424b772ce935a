import { describe, expect, test } from 'vitest';
import { isRefusal } from '#domain/refusal.ts';
import { describeCall, pathOf } from '#operations/call.ts';
import { issueKey } from '#operations/keys/issue.ts';
import type { Step } from '#operations/plan.ts';
import { bind, type Bindings, bindJson } from '#operations/template.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { dayMs, issuedKey } from '../samples.ts';
import { projectOnWire } from '../wire.ts';

const input = { project: searchDev, name: 'nightly-eval', for: 30 * dayMs, access: 'requests' };
const given = {
  operation: 'keys.issue',
  input,
  answers: { project: projectOnWire(), mine: { issued: [], known: [] } },
};
const bindings: Bindings = {
  requestId: 'R01JDC8Q5TZ7M4XW9YHN2BKVPG0',
  attempt: 2,
  now: NOON + 3_600_000,
  results: { account: { id: 'user_new' } },
};
const accountName = 'nightly-eval-R01JDC8Q5TZ7M4XW9YHN2BKVPG0-a2';
const ACCOUNTS = '/organization/projects/proj_search_dev/service_accounts';

/** A step as it would be sent: method, path, body. */
function sentBy(step: Step) {
  const call = bind(step.call, bindings);
  return { id: step.id, ...describeCall(call), body: call.body, query: call.query };
}

describe('the plan to issue a key', () => {
  const plan = planOf(given);

  test('makes an account without a key, then a member of it, then its one key', () => {
    expect(plan.steps.map(sentBy)).toEqual([
      {
        id: 'account',
        method: 'POST',
        path: ACCOUNTS,
        body: { name: accountName, create_service_account_only: true },
        query: {},
      },
      { id: 'role', method: 'POST', path: `${ACCOUNTS}/user_new`, body: { role: 'member' }, query: {} },
      {
        id: 'key',
        method: 'POST',
        path: `${ACCOUNTS}/user_new/api_keys`,
        body: {
          name: 'nightly-eval',
          scopes: ['api.model.read', 'api.model.request', 'api.responses.write'],
          // The lease ends when it was approved to end, however long the requester waited before collecting.
          expires_in_seconds: 30 * 86_400 - 3600,
        },
        query: {},
      },
    ]);
  });

  test('says that only the last answer holds a secret, and where', () => {
    expect(plan.steps.map((step) => step.secretAt)).toEqual([null, null, ['value']]);
    expect(plan.delivery).toBe('collect');
  });

  test('knows how to find out whether each step happened', () => {
    const proofs = plan.steps.map(({ proof }) => ({
      by: proof.by,
      path: pathOf(bind(proof.read, bindings)),
      where: proof.by === 'gone' ? null : bindJson(proof.where, bindings),
    }));
    expect(proofs).toEqual([
      { by: 'listed', path: ACCOUNTS, where: { name: accountName } },
      { by: 'equals', path: `${ACCOUNTS}/user_new`, where: { role: 'member' } },
      {
        by: 'listed',
        path: '/organization/projects/proj_search_dev/api_keys',
        where: { 'owner.service_account.id': 'user_new' },
      },
    ]);
  });

  test('takes the account back if its key reached nobody, and at the lease’s end', () => {
    const gone = { id: 'delete-account', method: 'DELETE', path: `${ACCOUNTS}/user_new`, body: null, query: {} };
    expect(plan.compensations.map(sentBy)).toEqual([gone]);
    expect(plan.endings.map(sentBy)).toEqual([gone]);
    expect(plan.compensations[0]?.proof.by).toBe('gone');
  });

  test('may be started three times: once, and twice again', () => {
    expect(plan.attempts).toBe(3);
  });

  test('shows what changes, for how long and what the key may do', () => {
    expect(plan.changes).toEqual([
      { label: 'New key', before: null, after: 'nightly-eval in search-dev, on a service account of its own' },
      { label: 'May', before: null, after: 'Make model requests (usual)' },
      { label: 'Ends', before: null, after: '2026-12-23 12:00 UTC (30 days)' },
    ]);
    expect(plan.title).toBe('Issue an API key in search-dev');
    expect(plan.gist).toBe('nightly-eval, 30 days');
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'keys.revoke' });
  });

  test('is for the requester, whose lease it becomes', () => {
    expect(plan.beneficiaryEmail).toBe('erin@acme.example');
    expect(plan.lease).toEqual({ purpose: 'nightly evaluation', endsAt: NOON + 30 * dayMs });
    expect(plan.bounds).toEqual({
      lifetimeMs: 30 * dayMs,
      scopes: ['api.model.read', 'api.model.request', 'api.responses.write'],
    });
  });

  test('stands on the project as it is now', () => {
    expect(plan.guards).toEqual({ project: { id: 'proj_search_dev', name: 'search-dev', status: 'active' } });
  });

  test('says how many keys the requester holds, without those that ended', () => {
    const issued = [issuedKey(), issuedKey({ keyId: 'key_old', endedAt: NOON - dayMs })];
    const more = planOf({ ...given, answers: { ...given.answers, mine: { issued, known: [] } } });
    expect(more.holds).toBe('Erin Vale holds 1 key issued here');
  });
});

describe('a key that may do everything', () => {
  const plan = planOf({ ...given, input: { ...input, access: 'all' } });

  test('is asked for without scopes, because an empty list would mean the same', () => {
    expect(Object.keys(plan.steps[2]?.call.body ?? {})).not.toContain('scopes');
  });

  test('is warned of, and can be bounded by a rule', () => {
    expect(plan.warnings).toEqual(['This key may do everything a key of the project may do.']);
    expect(plan.bounds['scopes']).toEqual(['all']);
  });
});

describe('a project that is not as the input says', () => {
  test('is named as OpenAI names it, because rules and production go by the name', () => {
    const answers = { ...given.answers, project: projectOnWire({ name: 'search-prod' }) };
    const plan = planOf({ ...given, answers });
    expect(plan.project).toEqual({ id: 'proj_search_dev', name: 'search-prod' });
    expect(plan.target.name).toBe('search-prod');
    expect(plan.title).toBe('Issue an API key in search-prod');
  });

  test('refuses when it is archived', () => {
    const answers = { ...given.answers, project: projectOnWire({ status: 'archived' }) };
    expect(refusalOf({ ...given, answers })).toMatchObject({
      code: 'keys.issue.archived',
      what: 'search-dev is archived, so no key can be made in it.',
    });
  });
});

describe('the input', () => {
  test.each([
    ['a name with a capital', { ...input, name: 'Nightly' }],
    ['a name with a space', { ...input, name: 'nightly eval' }],
    ['a name that begins with a dash', { ...input, name: '-nightly' }],
    ['a name of one letter', { ...input, name: 'n' }],
    ['a name of 41 letters', { ...input, name: 'n'.repeat(41) }],
    ['a minute', { ...input, for: 60_000 }],
    ['two years', { ...input, for: 730 * dayMs }],
    ['half a millisecond', { ...input, for: dayMs + 0.5 }],
    ['an unknown access', { ...input, access: 'admin' }],
    ['an access of every object', { ...input, access: 'toString' }],
    ['no project', { name: 'nightly', for: dayMs, access: 'read' }],
    ['a project without an id', { ...input, project: { id: '', name: 'search-dev' } }],
    ['a project with more in it', { ...input, project: { ...searchDev, tier: 'read' } }],
    ['a field nobody asked for', { ...input, approvals: 0 }],
  ])('%s is refused', (_, bad) => {
    expect(issueKey.parseInput(bad).success).toBe(false);
  });

  test.each([['n1'], ['n'.repeat(40)], ['1-a']])('the name %j is taken', (name) => {
    expect(issueKey.parseInput({ ...input, name }).success).toBe(true);
  });
});

test('nothing is read twice: what is known already is not asked for again', () => {
  const needs = issueKey.need(erinAsks(input), { project: { id: 'x' }, mine: {} });
  expect(isRefusal(needs) ? needs : needs.length).toBe(0);
});
