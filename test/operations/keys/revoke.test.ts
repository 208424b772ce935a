import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { describeCall, pathOf } from '#operations/call.ts';
import { revokeKey } from '#operations/keys/revoke.ts';
import type { Plan } from '#operations/plan.ts';
import { bind, type Bindings } from '#operations/template.ts';
import { fakeOpenAiKey } from '../../support/fake-secret.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { accountKey, dayMs, erinsKey, issuedKey } from '../samples.ts';
import { accountKeyOnWire, listOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';

const bindings: Bindings = { requestId: 'R1', attempt: 1, now: NOON, results: {} };
const KEYS = '/organization/projects/proj_search_dev/api_keys';
const ACCOUNTS = '/organization/projects/proj_search_dev/service_accounts';

const ofErin = {
  operation: 'keys.revoke',
  input: { ...erinsKey, withAccount: null },
  answers: { project: projectOnWire(), key: userKeyOnWire(), issued: null },
};
const ofAccount = {
  operation: 'keys.revoke',
  input: { ...accountKey, withAccount: null },
  answers: { project: projectOnWire(), key: accountKeyOnWire(), issued: null },
};
const siblings = listOnWire(accountKeyOnWire(), userKeyOnWire());

function sentBy(plan: Plan) {
  return plan.steps.map((step) => ({
    ...describeCall(bind(step.call, bindings)),
    body: step.call.body,
    proof: [step.proof.by, pathOf(bind(step.proof.read, bindings))],
  }));
}

describe('a person’s key', () => {
  const plan = planOf(ofErin);

  test('is deleted by one call, and is gone when the key is not found', () => {
    expect(sentBy(plan)).toEqual([
      { method: 'DELETE', path: `${KEYS}/key_erin`, body: null, proof: ['gone', `${KEYS}/key_erin`] },
    ]);
    expect(plan).toMatchObject({ tier: 'destructive', attempts: 1, delivery: 'none', compensations: [], endings: [] });
  });

  test('is shown with owner, project, age and last use', () => {
    expect(plan.holds).toBe('erin@acme.example · search-dev · created 2026-04-27 12:00 UTC · last used 2 hours ago');
    expect(plan.facts.map(({ label, value }) => [label, value])).toEqual([
      ['Owner', 'erin@acme.example'],
      ['Created', '2026-04-27 12:00 UTC'],
      ['Last used', '2026-11-23 10:00 UTC'],
    ]);
    expect(plan.facts.every(({ at }) => at === NOON)).toBe(true);
    expect(plan.target).toEqual({ kind: 'key', id: 'key_erin', name: 'erin laptop' });
  });

  test('stands on what the key is, not on when it was used', () => {
    const used = planOf({
      ...ofErin,
      answers: { ...ofErin.answers, key: userKeyOnWire({ last_used_at: NOON / 1000 }) },
    });
    expect(canonicalJson(used.guards)).toBe(canonicalJson(plan.guards));
    expect(used.facts).not.toEqual(plan.facts);
  });

  test.each([
    ['its name', { name: 'other' }],
    ['its owner', { owner: { type: 'user', user: { id: 'user_bea', name: 'Bea', email: 'bea@acme.example' } } }],
    ['its value', { redacted_value: 'sk-proj-xyz...abcd' }],
  ])('stands on %s', (_, change) => {
    const other = planOf({ ...ofErin, answers: { ...ofErin.answers, key: userKeyOnWire(change) } });
    expect(canonicalJson(other.guards)).not.toBe(canonicalJson(plan.guards));
  });

  test('cannot be undone, and nothing else is offered instead', () => {
    expect(plan.inverse.verdict).toBe('none');
    expect(plan.alternative).toBeNull();
  });

  test('is warned of when it is in use', () => {
    const used = userKeyOnWire({ last_used_at: NOON / 1000 - 240 });
    expect(planOf({ ...ofErin, answers: { ...ofErin.answers, key: used } }).warnings).toEqual([
      'In use: last used 4 minutes ago. Whatever uses it stops at once.',
    ]);
    expect(plan.warnings).toEqual([]);
  });

  test('has no account that could be deleted', () => {
    expect(refusalOf({ ...ofErin, input: { ...erinsKey, withAccount: true } }).code).toBe('keys.revoke.no-account');
  });
});

describe('a key of a service account that was not made here', () => {
  test('is deleted alone, and its account is offered in case OpenAI refuses that', () => {
    const plan = planOf(ofAccount);
    expect(sentBy(plan)[0]).toMatchObject({ method: 'DELETE', path: `${KEYS}/key_svc` });
    expect(plan.alternative).toEqual({
      label: 'Ask to delete its account',
      operation: 'keys.revoke',
      input: { key: { ...accountKey.key, project: searchDev }, withAccount: true },
    });
    const input = plan.alternative?.input ?? {};
    expect(revokeKey.parseInput(input).success).toBe(true);
  });

  test('goes with its account when that is asked for, with every other key of it named', () => {
    const others = listOnWire(accountKeyOnWire({ id: 'key_b', name: 'second' }), accountKeyOnWire(), userKeyOnWire());
    const plan = planOf({
      ...ofAccount,
      input: { ...accountKey, withAccount: true },
      answers: { ...ofAccount.answers, siblings: others },
    });
    expect(sentBy(plan)).toEqual([
      { method: 'DELETE', path: `${ACCOUNTS}/user_svc`, body: null, proof: ['gone', `${ACCOUNTS}/user_svc`] },
    ]);
    expect(plan.target).toEqual({ kind: 'account', id: 'user_svc', name: 'evaluator' });
    expect(plan.changes).toEqual([
      { label: 'Key', before: 'nightly-eval (sk-svcacct-ab...yz)', after: null },
      { label: 'Service account', before: 'evaluator', after: null },
      { label: 'Key of the same account', before: 'second (sk-svcacct-ab...yz)', after: null },
    ]);
    expect(plan.warnings).toEqual(['Ends 1 other key too: second.']);
    expect(plan.alternative).toBeNull();
  });

  test('stands on its siblings, in whatever order OpenAI lists them', () => {
    const [a, b] = [accountKeyOnWire({ id: 'key_a' }), accountKeyOnWire({ id: 'key_b' })];
    const guards = [listOnWire(a, b, accountKeyOnWire()), listOnWire(b, accountKeyOnWire(), a), listOnWire(a)].map(
      (list) =>
        canonicalJson(
          planOf({
            ...ofAccount,
            input: { ...accountKey, withAccount: true },
            answers: { ...ofAccount.answers, siblings: list },
          }).guards,
        ),
    );
    expect(guards[1]).toBe(guards[0]);
    expect(guards[2]).not.toBe(guards[0]);
  });
});

describe('a key that was issued here', () => {
  const issuedHere = { ...ofAccount, answers: { ...ofAccount.answers, issued: issuedKey(), siblings } };

  test('goes together with the account that was made for it', () => {
    const plan = planOf(issuedHere);
    expect(sentBy(plan)[0]).toMatchObject({ method: 'DELETE', path: `${ACCOUNTS}/user_svc` });
    expect(plan.facts.at(-1)).toEqual({ label: 'Purpose', value: 'nightly evaluation', at: NOON });
  });

  test.each([
    ['whose lease has ended', { endedAt: NOON - dayMs }],
    ['that hangs on another account by now', { accountId: 'user_other' }],
  ])('%s is deleted alone', (_, change) => {
    const answers = { ...ofAccount.answers, issued: issuedKey(change) };
    expect(sentBy(planOf({ ...ofAccount, answers }))[0]).toMatchObject({ path: `${KEYS}/key_svc` });
  });
});

describe('what is read', () => {
  test('is the project, the key, and the account’s keys only if the account goes', () => {
    const endpointsOf = (given: typeof ofErin | typeof ofAccount, answers: Readonly<Record<string, unknown>>) =>
      gatherByHand(revokeKey, erinAsks(given.input), answers).calls.map(({ endpoint }) => endpoint);
    const first = [
      'GET /organization/projects/{project_id}',
      'GET /organization/projects/{project_id}/api_keys/{api_key_id}',
    ];
    expect(endpointsOf(ofErin, ofErin.answers)).toEqual(first);
    expect(endpointsOf(ofAccount, ofAccount.answers)).toEqual(first);
    expect(endpointsOf(ofAccount, { ...ofAccount.answers, issued: issuedKey(), siblings })).toEqual([
      ...first,
      'GET /organization/projects/{project_id}/api_keys',
    ]);
  });

  test('names the project, because rules and production go by the name', () => {
    const answers = { ...ofErin.answers, project: projectOnWire({ name: 'search-prod' }) };
    const plan = planOf({ ...ofErin, answers });
    expect(plan.project).toEqual({ id: 'proj_search_dev', name: 'search-prod' });
    expect(plan.title).toBe('Revoke an API key in search-prod');
  });
});

describe('the input', () => {
  test('that names a key which is gone is refused, and needs nobody', () => {
    const gone = refusalOf({ ...ofErin, answers: { ...ofErin.answers, key: null } });
    expect(gone).toMatchObject({ code: 'keys.revoke.gone', what: 'The key erin laptop does not exist any more.' });
  });

  test.each([
    ['nothing', {}],
    ['a key by its value', { key: fakeOpenAiKey() }],
    ['a key without its project', { key: { id: 'key_erin', name: 'a', redacted: 'b' } }],
    ['a key with more in it', { key: { ...erinsKey.key, force: true } }],
    ['a flag in words', { ...erinsKey, withAccount: 'yes' }],
    ['a field nobody asked for', { ...erinsKey, tier: 'routine' }],
  ])('%s is refused', (_, bad) => {
    expect(revokeKey.parseInput(bad).success).toBe(false);
  });

  test('may leave the account out', () => {
    const parsed = revokeKey.parseInput(erinsKey);
    expect(parsed.success && parsed.data).toEqual({ ...erinsKey, withAccount: null });
  });
});
