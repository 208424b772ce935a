import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import type { JsonObject } from '#domain/json.ts';
import { limitKey } from '#operations/keys/limit.ts';
import { bind, bindJson, type Bindings } from '#operations/template.ts';
import { NOON } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { accountKey, dayMs, erinsKey, issuedKey } from '../samples.ts';
import { accountKeyOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';
import { issuedScopes } from './issued-scopes.ts';

const unsaid = { access: null, scopes: null, for: null, until: null };

/** Erin's own key: it has no end, and nobody here knows what it may do. */
const ofErin = (wish: JsonObject, key: unknown = userKeyOnWire()) => ({
  operation: 'keys.limit',
  input: { ...erinsKey, ...unsaid, ...wish },
  answers: { project: projectOnWire(), key, scopes: null, issued: null },
});

/** A key issued here for model requests, until 23 December. */
const ofAccount = (wish: JsonObject, more: Readonly<Record<string, unknown>> = {}) => ({
  operation: 'keys.limit',
  input: { ...accountKey, ...unsaid, ...wish },
  answers: {
    project: projectOnWire(),
    key: accountKeyOnWire(),
    scopes: issuedScopes(),
    issued: issuedKey({ endsAt: Date.UTC(2026, 11, 23, 12) }),
    ...more,
  },
});

const bindings: Bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { 'change-key': { id: 'key_svc' } } };

function sentBy(given: Parameters<typeof planOf>[0]) {
  const [step] = planOf(given).steps;
  if (step === undefined) throw new Error('Nothing is sent');
  return { call: bind(step.call, bindings), proof: step.proof };
}

describe('what is sent', () => {
  test.each([
    ['a level', ofAccount({ access: 'read' }), { scopes: ['api.all.read'] }],
    ['everything, said by an empty list', ofAccount({ access: 'all' }), { scopes: [] }],
    [
      'scopes of one’s own',
      ofAccount({ scopes: ['api.model.request', 'api.files.read'] }),
      { scopes: ['api.files.read', 'api.model.request'] },
    ],
    ['an end after a span', ofAccount({ for: 2 * dayMs }), { expires_in_seconds: 172_800 }],
    ['an end at a moment', ofAccount({ until: '2026-11-24 12:00' }), { expires_in_seconds: 86_400 }],
    ['both', ofErin({ access: 'read', for: dayMs }), { scopes: ['api.all.read'], expires_in_seconds: 86_400 }],
  ])('is only what was asked for: %s', (_, given, body) => {
    expect(sentBy(given).call).toMatchObject({
      endpoint: 'POST /organization/projects/{project_id}/api_keys/{api_key_id}',
      body,
    });
    expect(Object.keys(sentBy(given).call.body ?? {})).toEqual(Object.keys(body));
  });

  test('is proven by OpenAI’s own answer and nothing else, because no look at the key shows it', () => {
    const { proof } = sentBy(ofAccount({ access: 'read' }));
    expect(proof.by).toBe('equals');
    const where = proof.by === 'equals' ? proof.where : {};
    expect(bindJson(where, bindings)).toEqual({ id: 'key_svc' });
    expect(() => bindJson(where, { ...bindings, results: {} })).toThrow('answered no id');
  });
});

describe('what is shown', () => {
  test('is what the key may do before and after, where that is known', () => {
    expect(planOf(ofAccount({ access: 'read' })).changes).toEqual([
      { label: 'May', before: 'Make model requests (usual)', after: 'Read only' },
    ]);
    expect(planOf(ofErin({ scopes: ['api.files.read'] })).changes).toEqual([
      { label: 'May', before: 'not known: OpenAI does not show it', after: 'api.files.read' },
    ]);
    const paused = ofAccount({ access: 'all' }, { scopes: issuedScopes({ isPaused: true }) });
    expect(planOf(paused).changes[0]?.before).toBe('Read only');
  });

  test('is the end before and after', () => {
    expect(planOf(ofErin({ for: dayMs })).changes).toEqual([
      { label: 'Ends', before: 'no end', after: '2026-11-24 12:00 UTC (in 1 day)' },
    ]);
    expect(planOf(ofAccount({ until: '2026-12-01' })).changes[0]).toMatchObject({
      before: '2026-12-23 12:00 UTC',
      after: expect.stringMatching(/^2026-12-01 00:00 UTC/) as string,
    });
  });

  test('says in one line who has the key, and bounds what rules may bound', () => {
    const plan = planOf(ofErin({ access: 'requests', for: dayMs }));
    expect(plan.holds).toBe('erin@acme.example · created 2026-04-27 12:00 UTC · last used 2 hours ago');
    expect(plan.gist).toBe('erin laptop (sk-proj-abc...wxyz): Make model requests (usual), ends 2026-11-24 12:00 UTC');
    expect(plan.bounds).toEqual({
      scopes: ['api.model.read', 'api.model.request', 'api.responses.write'],
      lifetimeMs: dayMs,
    });
    expect(planOf(ofErin({ access: 'all' })).bounds).toEqual({ scopes: ['all'] });
  });
});

describe('what is warned of', () => {
  test.each([
    ['that widens it to everything', ofAccount({ access: 'all' }), ['It may then do everything']],
    ['whose scopes are not known', ofErin({ access: 'read' }), ['OpenAI does not show what a key may do']],
    ['that never had an end', ofErin({ for: dayMs }), ['This key has no end today.']],
    ['whose lease ends earlier', ofAccount({ for: 90 * dayMs }), ['It was issued here until 2026-12-23 12:00 UTC']],
    ['whose end comes earlier', ofAccount({ for: dayMs }), []],
    [
      'in use',
      ofErin({ access: 'read' }, userKeyOnWire({ last_used_at: NOON / 1000 - 240 })),
      ['OpenAI does not show', 'In use: last used 4 minutes ago.'],
    ],
  ])('is a change of a key %s', (_, given, beginnings) => {
    const { warnings } = planOf(given);
    expect(warnings).toHaveLength(beginnings.length);
    beginnings.forEach((beginning, i) => expect(warnings[i]).toMatch(new RegExp(`^${beginning}`)));
  });
});

describe('the way back', () => {
  const backOf = (given: Parameters<typeof planOf>[0]) => planOf(given).inverse;

  test('is exact where scopes and end were known', () => {
    const inverse = backOf(ofAccount({ access: 'read', for: dayMs }));
    expect(inverse).toMatchObject({
      verdict: 'exact',
      operation: 'keys.limit',
      input: { ...accountKey, access: 'requests', until: '2026-12-23 12:00:00' },
    });
    const parsed = limitKey.parseInput(inverse.input ?? {});
    expect(parsed.success).toBe(true);
    const input = parsed.success ? parsed.data : {};
    const back = sentBy(ofAccount(input, { scopes: issuedScopes({ scopes: ['api.all.read'] }) }));
    expect(back.call.body).toEqual({
      scopes: ['api.model.read', 'api.model.request', 'api.responses.write'],
      expires_in_seconds: 30 * 86_400,
    });
  });

  test('names scopes that no level stands for', () => {
    const scopes = issuedScopes({ scopes: ['api.files.read'] });
    expect(backOf(ofAccount({ access: 'read' }, { scopes })).input).toMatchObject({ scopes: ['api.files.read'] });
  });

  test('is partial where only one of the two can be put back', () => {
    const inverse = backOf(ofAccount({ access: 'read', for: dayMs }, { scopes: null }));
    expect(inverse).toMatchObject({
      verdict: 'partial',
      sentence: 'give it its end at 2026-12-23 12:00 UTC again; what it could do before is not known.',
      input: { ...accountKey, until: '2026-12-23 12:00:00' },
    });
  });

  test('is none where neither can', () => {
    expect(backOf(ofErin({ access: 'read', for: dayMs }))).toMatchObject({
      verdict: 'none',
      sentence: expect.stringContaining('an end cannot be taken away again') as string,
      operation: 'keys.issue',
    });
  });
});

describe('what it stands on', () => {
  const guardsOf = (given: Parameters<typeof planOf>[0]) => canonicalJson(planOf(given).guards);
  const wish = { access: 'all' };

  test('is the key, its end and its scopes as we know them, not when it was used', () => {
    const same = ofAccount(wish, { key: accountKeyOnWire({ last_used_at: NOON / 1000 }) });
    expect(guardsOf(same)).toBe(guardsOf(ofAccount(wish)));
    for (const other of [
      { key: accountKeyOnWire({ expires_at: NOON / 1000 + 60 }) },
      { key: accountKeyOnWire({ name: 'other' }) },
      { scopes: issuedScopes({ isPaused: true }) },
      { scopes: null },
    ]) {
      expect(guardsOf(ofAccount(wish, other))).not.toBe(guardsOf(ofAccount(wish)));
    }
  });
});

describe('a request is refused', () => {
  test.each([
    ['about a key that is gone', 'keys.limit.gone', ofErin({ access: 'read' }, null)],
    [
      'about a key that has ended',
      'keys.limit.expired',
      ofErin({ access: 'read' }, userKeyOnWire({ expires_at: NOON / 1000 })),
    ],
    ['that says nothing', 'keys.limit.nothing', ofErin({})],
    ['with two sets of scopes', 'keys.limit.two-scopes', ofErin({ access: 'read', scopes: ['api.files.read'] })],
    ['with two ends', 'keys.limit.two-ends', ofErin({ for: dayMs, until: '2026-12-01' })],
    ['with an end in the past', 'keys.limit.no-such-end', ofErin({ until: '2026-11-23 11:59' })],
    ['with an end beyond a year', 'keys.limit.no-such-end', ofErin({ until: '2027-11-24' })],
    ['with a day that no calendar has', 'keys.limit.no-such-end', ofErin({ until: '2027-02-30' })],
    ['that changes nothing', 'keys.limit.same', ofAccount({ access: 'requests' })],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('keys.limit', ofErin({ access: 'read' }).input).code).toBe('keys.archived');
  });

  test.each([
    ['scopes that are none', { scopes: ['everything'] }],
    ['no scope at all', { scopes: [] }],
    ['an hour that is none', { until: '24.12.2026' }],
    ['a span beyond a year', { for: 366 * dayMs }],
  ])('with %s as input', (_, wish) => {
    expect(limitKey.parseInput({ ...erinsKey, ...unsaid, ...wish }).success).toBe(false);
  });
});
