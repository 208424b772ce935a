import type { Fault } from '#domain/fault.ts';
import { type Instant, secondMs } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Call } from '#operations/call.ts';
import type { CallContext } from '#workflow/ports/vendor.ts';
import { faultOf } from './read-fault.ts';
import type { Reply } from './reply.ts';
import type { Sender } from './sender.ts';

// As often as OpenAI's own provider tries a GET, counting the first attempt.
const MOST_ATTEMPTS = 4;
// A person who waits longer has gone; a job comes again anyway.
const BUDGET_MS = 90 * secondMs;
const FIRST_BACKOFF_MS = 0.5 * secondMs;
const LONGEST_BACKOFF_MS = 8 * secondMs;

export interface ReaderParts {
  readonly send: Sender;
  readonly nowMs: () => Instant;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly waitMs: (ms: number) => Promise<void>;
}

/** Reads one answer, trying again where that can help. Throws a `Fault`, with `openai.not_found` for what does not exist. */
export type ReadOne = (call: Call, context: CallContext) => Promise<JsonObject>;

export function createReader(parts: ReaderParts): ReadOne {
  return async (call, context) => {
    let startedAt: Instant | null = null;
    for (let attempt = 1; ; attempt += 1) {
      const sendNow = await parts.send(call, { context, secretAt: null });
      // Counted from the first turn: waiting in line is the pacer's to bound, and it tells.
      startedAt ??= parts.nowMs();
      const reply = await sendNow();
      if (isGood(reply)) return reply.body.value;
      const fault = faultOf(reply);
      const pauseMs = pauseAfter(reply, attempt, parts.random);
      const spentMs = parts.nowMs() - startedAt;
      if (!canHelp(reply, fault) || attempt >= MOST_ATTEMPTS || spentMs + pauseMs > BUDGET_MS) throw fault;
      // After a 429 the pacer holds the whole endpoint back, so waiting here too would wait twice.
      if (!isThrottled(reply)) await parts.waitMs(pauseMs);
    }
  };
}

/** A success that could be read. */
type Good = Extract<Reply, { kind: 'answered' }> & { readonly body: { readonly kind: 'json' } };

function isGood(reply: Reply): reply is Good {
  return reply.kind === 'answered' && reply.status >= 200 && reply.status < 300 && reply.body.kind === 'json';
}

function isThrottled(reply: Reply): boolean {
  return reply.kind === 'answered' && reply.status === 429;
}

function canHelp(reply: Reply, fault: Fault): boolean {
  return fault.canRetry && (reply.kind === 'lost' || reply.mayRetry);
}

/** Full jitter (a random share of a doubling bound), never less than the vendor asked for. */
function pauseAfter(reply: Reply, attempt: number, random: () => number): number {
  const bound = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1));
  const hintMs = reply.kind === 'answered' ? (reply.hintMs ?? 0) : 0;
  return Math.ceil(hintMs + random() * bound);
}
