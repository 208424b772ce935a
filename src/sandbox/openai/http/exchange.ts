import { recordAdminEvent } from '../audit-trail.ts';
import type { AdminKey } from '../organization.ts';
import type { EmulatorState } from '../state.ts';
import { authenticate, missingScope } from './authenticate.ts';
import type { Desk, Endpoint, JsonObject, RawCall } from './endpoint.ts';
import { type PathMatch, matchPath } from './match-path.ts';
import { ApiProblem, badRequest } from './problem.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** A call as it came off the socket. */
export interface WireRequest {
  readonly method: string;
  /** Below `/v1`; the path as it is when `isBelowV1` is false. */
  readonly path: string;
  readonly isBelowV1: boolean;
  readonly search: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  /** Empty when there was none, `null` when there was too much of it. */
  readonly bodyText: string | null;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

export interface Exchange {
  /** The one way a call from outside takes: known key, known path, within the limit, well formed, carried out. */
  readonly answer: (request: WireRequest) => WireAnswer;
  /** Carries a call out in an admin key's name, without its secret and beside the limit. Throws what would be an error. */
  readonly carryOut: (
    admin: AdminKey,
    request: { readonly method: string; readonly path: string; readonly body?: JsonObject },
  ) => JsonObject;
}

/** Joins what every call passes with the endpoints that answer; a family of endpoints never sees keys, limits or paths. */
export function createExchange(state: EmulatorState, endpoints: readonly Endpoint[], limiter: RateLimiter): Exchange {
  return {
    answer(request) {
      try {
        return { status: 200, headers: {}, body: answerOrThrow(request) };
      } catch (problem) {
        if (problem instanceof ApiProblem) return problemAnswer(problem);
        throw problem;
      }
    },
    carryOut(admin, { method, path, body }) {
      const { endpoint, params } = findEndpoint(endpoints, { method, path });
      return endpoint.answer(deskOf(state, admin), { params, search: new URLSearchParams(), body });
    },
  };

  function answerOrThrow(request: WireRequest): JsonObject {
    const nowMs = state.nowMs();
    const key = authenticate(state.organization, request.authorization, toSec(nowMs));
    if (!request.isBelowV1) throw unknownUrl(request);
    const { endpoint, params } = findEndpoint(endpoints, request);
    // The dashboard can restrict a key; here the one restriction that matters to a caller is that it cannot write.
    if (key.access === 'read-only' && endpoint.method !== 'GET') throw missingScope('api.management.write');
    limiter.take(`${key.id} ${endpoint.method} ${endpoint.template}`, nowMs);
    const admin = { ...key, lastUsedAtSec: toSec(nowMs) };
    state.organization.adminKeys.set(key.id, admin);
    return endpoint.answer(deskOf(state, admin), { params, search: request.search, body: bodyOf(request) });
  }
}

/** The answer that tells of a problem. */
export function problemAnswer(problem: ApiProblem): WireAnswer {
  return { status: problem.status, headers: problem.headers, body: problem.envelope };
}

function deskOf({ organization, behaviour, nowMs }: EmulatorState, admin: AdminKey): Desk {
  const nowSec = toSec(nowMs());
  return {
    organization,
    behaviour,
    admin,
    nowSec,
    record: (type, payload) => recordAdminEvent(organization, admin, { type, payload, effectiveAtSec: nowSec }),
  };
}

function findEndpoint(endpoints: readonly Endpoint[], request: Pick<WireRequest, 'method' | 'path'>): PathMatch {
  const matches = matchPath(endpoints, request.path);
  const match = matches.find(({ endpoint }) => endpoint.method === request.method);
  if (match !== undefined) return match;
  if (matches.length === 0) throw unknownUrl(request);
  const message = `Not allowed to ${request.method} on this URL.`;
  throw new ApiProblem({ status: 405, message, code: 'method_not_supported' });
}

function unknownUrl({ method, path }: Pick<WireRequest, 'method' | 'path'>): ApiProblem {
  return new ApiProblem({ status: 404, message: `Invalid URL (${method} ${path})`, code: 'unknown_url' });
}

function bodyOf({ bodyText, contentType }: WireRequest): RawCall['body'] {
  if (bodyText === '') return undefined;
  if (bodyText === null) throw new ApiProblem({ status: 413, message: 'The body of the request is too large.' });
  if (!/^application\/json\b/i.test(contentType ?? '')) {
    const message = `Unsupported Content-Type '${contentType ?? ''}': expected application/json.`;
    throw new ApiProblem({ status: 415, message, code: 'unsupported_content_type' });
  }
  try {
    return JSON.parse(bodyText) as unknown;
  } catch {
    throw badRequest('The body of the request is not valid JSON.');
  }
}

function toSec(ms: number): number {
  return Math.floor(ms / 1000);
}
