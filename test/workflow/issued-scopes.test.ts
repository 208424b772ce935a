import { describe, expect, test } from 'vitest';
import { requestId } from '#domain/ids.ts';
import type { Json } from '#domain/json.ts';
import type { IssuedKey } from '#operations/memory.ts';
import { issuedScopes, type KeyRecords } from '#workflow/issued-scopes.ts';
import type { Effect, PlannedRequest } from '#workflow/ports/requests.ts';
import { issuedKey } from '../operations/samples.ts';

interface Done {
  readonly by: string;
  readonly bounds: Readonly<Record<string, Json>>;
  readonly answer?: Json;
  readonly status?: Effect['status'];
}

/** Our records of requests that touched the key `key_svc`, newest first. */
function records(done: readonly Done[], lease: IssuedKey | null = null): KeyRecords {
  return {
    requests: {
      effectsTouching: async (id) =>
        id !== 'key_svc'
          ? []
          : done.map(
              ({ by, answer = { id: 'key_svc' }, status = 'applied' }) =>
                ({ requestId: requestId(by), answer, status }) as unknown as Effect,
            ),
      find: async (id) => {
        const found = done.find(({ by }) => by === id);
        return found === undefined
          ? null
          : ({ terms: { plan: { bounds: found.bounds } } } as unknown as PlannedRequest);
      },
    },
    leases: {
      byKey: async (id) => (lease?.keyId === id ? lease : null),
      byAccount: async (id) => (lease?.accountId === id ? lease : null),
    },
  };
}

const issue: Done = { by: 'R1', bounds: { scopes: ['api.model.request'], lifetimeMs: 1 } };
const limit: Done = { by: 'R2', bounds: { scopes: ['api.files.read'] } };
const move: Done = { by: 'R3', bounds: { lifetimeMs: 2 } };
const pause: Done = { by: 'R4', bounds: { paused: true, scopes: ['api.all.read'] } };
const resume: Done = { by: 'R5', bounds: { scopes: ['api.files.read'] } };

describe('what a key may do', () => {
  test.each([
    ['what it was issued with', [issue], { scopes: ['api.model.request'], isPaused: false }],
    ['what it was limited to since', [limit, issue], { scopes: ['api.files.read'], isPaused: false }],
    ['untouched by moving its end', [move, issue], { scopes: ['api.model.request'], isPaused: false }],
    ['remembered while it is paused', [pause, limit, issue], { scopes: ['api.files.read'], isPaused: true }],
    ['back after it was resumed', [resume, pause, limit, issue], { scopes: ['api.files.read'], isPaused: false }],
  ])('is %s', async (_, done, known) => {
    expect(await issuedScopes(records(done), 'key_svc')).toMatchObject({ keyId: 'key_svc', ...known });
  });

  test('is known of the first key of an account that was made with it', async () => {
    const made = { ...issue, answer: { id: 'user_svc', api_key: { id: 'key_svc' } } };
    expect(await issuedScopes(records([made]), 'key_svc')).toMatchObject({ scopes: ['api.model.request'] });
  });

  test('is known by the account made for it, too', async () => {
    const known = await issuedScopes(records([issue], issuedKey()), 'user_svc');
    expect(known).toEqual({ keyId: 'key_svc', scopes: ['api.model.request'], isPaused: false, requestId: 'R1' });
  });

  test('is known from its lease when too much has happened to it since', async () => {
    const lease = issuedKey({ requestId: 'R1' });
    const later = records([{ ...issue, answer: { id: 'user_svc' } }, move], lease);
    expect(await issuedScopes(later, 'key_svc')).toMatchObject({ scopes: ['api.model.request'] });
  });
});

describe('nothing is known', () => {
  test.each([
    ['of a key nobody asked for here', []],
    ['from a request that stood beside it', [{ ...issue, answer: { id: 'key_other' } }]],
    ['from a request of which it is not known whether it happened', [{ ...issue, status: 'unknown' as const }]],
    ['from a request that only moved its end', [move]],
  ])('%s', async (_, done) => {
    expect(await issuedScopes(records(done), 'key_svc')).toBeNull();
  });
});
