import { describe, expect, test } from 'vitest';
import { slackUserId } from '#domain/ids.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { IssuedKey } from '#operations/memory.ts';
import { findOperation } from '#operations/catalogue.ts';
import { replaceKey } from '#operations/keys/replace.ts';
import type { Ask, Redirect } from '#operations/operation.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { dayMs, issuedKey, requestDetail } from '../samples.ts';
import { issuedScopes } from './issued-scopes.ts';
import { revocation, revocationInverse } from './revocation.ts';

const hour = 3_600_000;
const input = { request: requestDetail.id };
const answers = {
  request: revocation(),
  inverse: revocationInverse,
  scopes: issuedScopes(),
  issued: issuedKey({ endedAt: NOON - hour }),
};

function outcome(more: Readonly<Record<string, unknown>> = {}, ask: Partial<Ask<never>> = {}): Redirect | Refusal {
  const asked = erinAsks(input, ask);
  const { known } = gatherByHand(replaceKey, asked, { ...answers, ...more });
  if (replaceKey.redirect === null) throw new Error('Replacing becomes another operation');
  return replaceKey.redirect.to(asked, known);
}

function refusal(more: Readonly<Record<string, unknown>>, ask: Partial<Ask<never>> = {}): Refusal {
  const found = outcome(more, ask);
  if (!isRefusal(found)) throw new Error('It was not refused');
  return found;
}

const calls = (...given: readonly { path?: string; method?: string; status?: string; at?: number }[]) => {
  const [call] = revocation().calls;
  return { request: revocation({ calls: given.map((each) => ({ ...call, ...each })) as typeof requestDetail.calls }) };
};

describe('a key that was revoked here', () => {
  test('is issued again with its project, name, access and what is left of its lifetime', () => {
    expect(outcome()).toEqual({
      operation: 'keys.issue',
      input: { project: searchDev, name: 'nightly-eval', for: 30 * dayMs, access: 'requests' },
    });
    const found = outcome();
    expect(findOperation('keys.issue')?.parseInput(isRefusal(found) ? {} : found.input).success).toBe(true);
  });

  test('is known by the account that went, and then by its own id', () => {
    const { questions } = gatherByHand(replaceKey, erinAsks(input), answers);
    expect(questions).toEqual([
      { of: 'request', requestId: requestDetail.id },
      { of: 'inverse', requestId: requestDetail.id },
      { of: 'issued-scopes', keyId: 'user_svc' },
      { of: 'issued-key', keyId: 'key_svc' },
    ]);
  });

  test('lives an hour at least', () => {
    const issued: IssuedKey = issuedKey({ endsAt: NOON + 60_000 });
    expect(outcome({ issued })).toMatchObject({ input: { for: hour } });
  });

  test('is replaced however often OpenAI had to be asked', () => {
    expect(outcome(calls({ status: 'not-applied', at: NOON - 2 * hour }, {}))).toMatchObject({
      operation: 'keys.issue',
    });
  });

  test('could do everything, and may again', () => {
    expect(outcome({ scopes: issuedScopes({ scopes: ['all'] }) })).toMatchObject({ input: { access: 'all' } });
  });
});

describe('replacing is refused', () => {
  test.each([
    ['for a request that nobody made', { request: null }],
    ['for a request that was not carried out', { request: revocation({ state: 'pending', calls: [] }) }],
    ['for a request that made something', calls({ method: 'POST' })],
    ['for a request that deleted something else', calls({ path: '/organization/users/user_erin' })],
    ['for a request that deleted several things', calls({}, { path: `${revocation().calls[0]?.path ?? ''}_2` })],
  ])('%s', (_, more) => {
    expect(refusal(more).code).toBe('keys.replace.nothing-revoked');
  });

  test.each([
    ['after a day', 'keys.replace.too-late', calls({ at: NOON - dayMs - 1 })],
    ['of a key that was not issued here', 'keys.replace.not-issued-here', { scopes: null }],
    ['of a key without a lease', 'keys.replace.not-issued-here', { issued: null }],
    ['of a key that would have ended', 'keys.replace.ended', { issued: issuedKey({ endsAt: NOON }) }],
    [
      'of a key with scopes of its own',
      'keys.replace.own-scopes',
      { scopes: issuedScopes({ scopes: ['api.files.read'] }) },
    ],
  ])('%s, with a form as what can be done instead', (_, code, more) => {
    const { code: said, next } = refusal(more);
    expect(said).toBe(code);
    expect(next).toMatchObject({ kind: 'start', operation: 'keys.issue', input: { project: searchDev } });
  });

  test('of somebody else’s key', () => {
    const requester = { ...erinAsks({}).requester, slackId: slackUserId('U0BEA00001') };
    expect(refusal({}, { requester }).code).toBe('keys.replace.not-yours');
  });
});
