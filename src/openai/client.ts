import type { Dispatcher } from 'undici';
import manifest from '../../package.json' with { type: 'json' };
import { Fault } from '#domain/fault.ts';
import type { Instant } from '#domain/instant.ts';
import type { Secret } from '#domain/secret.ts';
import { type Call, isMutation } from '#operations/call.ts';
import { methodOf } from '#operations/endpoint.ts';
import { openAnswer } from './answer.ts';
import type { Timeouts } from './connect.ts';
import { lossOf } from './loss.ts';
import { exchangeOnce, type RawHeaders } from './one-exchange.ts';
import { wireProblemOf } from './problem.ts';
import type { Reply } from './reply.ts';
import { hintOfHeaders, hintOfMessage } from './retry-hint.ts';
import { type Target, wirePathOf } from './target.ts';

// A page of a hundred audit-log events stays below one MiB; the answer to a change is a single object.
const MOST_READ_BYTES = 8 * 1024 * 1024;
const MOST_CHANGE_BYTES = 1024 * 1024;

export interface ClientParts {
  readonly target: Target;
  readonly adminKey: Secret;
  readonly dispatcher: Dispatcher;
  readonly timeouts: Timeouts;
  readonly nowMs: () => Instant;
  /** Hears the time that an answer says it is (its `date` header, to the second). */
  readonly heardDate: (dateMs: Instant) => void;
}

/**
 * Prepares one HTTP exchange of a call; calling what it answers makes it. Preparing throws for a call that must not be sent, and
 * touches no network. The exchange is made once, follows no redirect, and never rejects for what the world does.
 */
export type Client = (call: Call, secretAt: readonly string[] | null) => () => Promise<Reply>;

export function createClient(parts: ClientParts): Client {
  const authorization = `Bearer ${headerValueOf(parts.adminKey)}`;
  return (call, secretAt) => {
    const { headers, ...request } = requestOf(parts, call);
    const limits = {
      totalMs: parts.timeouts.totalMs,
      maxBytes: isMutation(call) ? MOST_CHANGE_BYTES : MOST_READ_BYTES,
    };
    return async () => {
      // Monotonic: a corrected clock must not make a call last an hour, or less than nothing.
      const startedAt = performance.now();
      const raw = await exchangeOnce(parts.dispatcher, { ...request, headers: { ...headers, authorization } }, limits);
      const observed = { requestId: requestIdOf(raw.headers), durationMs: Math.round(performance.now() - startedAt) };
      if (raw.kind === 'lost') {
        const { wasSent, status, error } = raw;
        return { kind: 'lost', wasSent, status, loss: lossOf(error, wasSent), ...observed };
      }
      const dateMs = Date.parse(headerOf(raw.headers, 'date') ?? '');
      if (Number.isFinite(dateMs)) parts.heardDate(dateMs);
      const contentType = headerOf(raw.headers, 'content-type') ?? '';
      const answer = openAnswer({ bytes: raw.bytes, contentType, secretAt, known: [parts.adminKey] });
      const hintMs = hintOfHeaders(raw.headers, parts.nowMs()) ?? hintOfMessage(wireProblemOf(answer)?.message ?? '');
      const mayRetry = headerOf(raw.headers, 'x-should-retry') !== 'false';
      return { kind: 'answered', status: raw.status, ...answer, hintMs, mayRetry, ...observed };
    };
  };
}

function requestOf({ target, timeouts }: ClientParts, call: Call) {
  return {
    origin: target.origin,
    path: wirePathOf(target, call),
    method: methodOf(call.endpoint),
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.headersMs,
    body: call.body === null ? null : JSON.stringify(call.body),
    headers: {
      accept: 'application/json',
      // Nothing here unpacks, and a packed bomb would pass the cap on its bytes.
      'accept-encoding': 'identity',
      'user-agent': `countersign/${manifest.version}`,
      ...(call.body === null ? {} : { 'content-type': 'application/json' }),
    },
  };
}

/** Refuses here, in our words, what the library would refuse while quoting it. */
function headerValueOf(key: Secret): string {
  if (!/^[\x21-\x7e]{8,512}$/.test(key.reveal())) {
    throw new Fault(
      'config.invalid',
      'OPENAI_ADMIN_KEY is not a key: it holds spaces, line ends or other characters no key has.',
    );
  }
  return key.reveal();
}

function headerOf(headers: RawHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

/** Kept only if it looks like an id: it goes into audit entries and onto screens. */
function requestIdOf(headers: RawHeaders): string | null {
  const value = headerOf(headers, 'x-request-id');
  return value !== null && /^[\w.:-]{1,128}$/.test(value) ? value : null;
}
