import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { NOON } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { accountKey, dayMs } from '../samples.ts';
import { accountKeyOnWire, projectOnWire } from '../wire.ts';
import { issuedScopes } from './issued-scopes.ts';

const given = (operation: string, scopes: unknown, key: unknown = accountKeyOnWire()) => ({
  operation,
  input: accountKey,
  answers: { project: projectOnWire(), key, scopes },
});
const pause = (scopes: unknown, key?: unknown) => given('keys.pause', scopes, key);
const resume = (scopes: unknown, key?: unknown) => given('keys.resume', scopes, key);

const paused = issuedScopes({ isPaused: true });
const ofEverything = { scopes: ['all'] };

describe('pausing', () => {
  test('leaves the key nothing but reading, and says that nothing narrower is documented', () => {
    const plan = planOf(pause(issuedScopes()));
    expect(plan.steps.map(({ call }) => call.body)).toEqual([{ scopes: ['api.all.read'] }]);
    expect(plan.changes).toEqual([{ label: 'May', before: 'Make model requests (usual)', after: 'Read only' }]);
    expect(plan.warnings).toEqual([
      'A paused key may still read (api.all.read): OpenAI documents nothing narrower. Revoke it to stop that, too.',
    ]);
    expect(plan.tier).toBe('destructive');
    expect(plan.bounds).toEqual({ paused: true, scopes: ['api.all.read'], lifetimeMs: 30 * dayMs });
  });

  test('warns of a key in use', () => {
    const used = accountKeyOnWire({ last_used_at: NOON / 1000 - 60 });
    expect(planOf(pause(issuedScopes(), used)).warnings[0]).toMatch(/^In use: last used 1 minute ago\./);
  });

  test('is undone by resuming', () => {
    const { inverse } = planOf(pause(issuedScopes()));
    expect(inverse).toMatchObject({ verdict: 'exact', operation: 'keys.resume', input: accountKey });
  });
});

describe('resuming', () => {
  test('gives back what the key could do', () => {
    const plan = planOf(resume(paused));
    expect(plan.steps.map(({ call }) => call.body)).toEqual([
      { scopes: ['api.model.read', 'api.model.request', 'api.responses.write'] },
    ]);
    expect(plan).toMatchObject({ tier: 'routine', warnings: [] });
    expect(plan.bounds['paused']).toBeUndefined();
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'keys.pause', input: accountKey });
  });

  test('of a key that could do everything is as grave as it is wide', () => {
    const plan = planOf(resume({ ...paused, ...ofEverything }));
    expect(plan.steps.map(({ call }) => call.body)).toEqual([{ scopes: [] }]);
    expect(plan.tier).toBe('destructive');
    expect(plan.warnings).toEqual(['It may then do everything a key of the project may do, as before.']);
  });
});

describe('a request is refused', () => {
  const ended = accountKeyOnWire({ expires_at: NOON / 1000 });

  test.each([
    ['to pause a key that is gone', 'keys.pause.gone', pause(issuedScopes(), null)],
    ['to pause a key that has ended', 'keys.pause.expired', pause(issuedScopes(), ended)],
    ['to pause a key whose scopes we do not know', 'keys.pause.unknown-scopes', pause(null)],
    ['to pause a paused key', 'keys.pause.same', pause(paused)],
    ['to pause a key that only reads', 'keys.pause.narrowest', pause(issuedScopes({ scopes: ['api.all.read'] }))],
    ['to resume a key that is gone', 'keys.resume.gone', resume(paused, null)],
    ['to resume a key that has ended', 'keys.resume.expired', resume(paused, ended)],
    ['to resume a key that is not paused', 'keys.resume.not-paused', resume(issuedScopes())],
    ['to resume a key we know nothing of', 'keys.resume.not-paused', resume(null)],
  ])('%s', (_, code, ask) => {
    expect(refusalOf(ask).code).toBe(code);
  });

  test.each([
    ['limiting', pause(null), 'keys.limit'],
    ['revoking', pause(issuedScopes({ scopes: ['api.all.read'] })), 'keys.revoke'],
    ['limiting', resume(null), 'keys.limit'],
  ])('with %s as what can be done instead', (_, ask, operation) => {
    const { next } = refusalOf(ask);
    expect(next).toMatchObject({ kind: 'start', operation });
    const input = next?.kind === 'start' ? next.input : {};
    expect(findOperation(operation)?.parseInput(input).success).toBe(true);
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('keys.pause', accountKey).code).toBe('keys.archived');
    expect(refusalOfArchived('keys.resume', accountKey).code).toBe('keys.archived');
  });
});
