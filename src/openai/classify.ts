import { type Call, isMutation } from '#operations/call.ts';
import { methodOf, pathTemplateOf } from '#operations/endpoint.ts';
import { invariant } from '#domain/invariant.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Outcome } from '#workflow/ports/vendor.ts';
import { sayLoss } from './loss.ts';
import { problemOf } from './problem.ts';
import type { Answered, Reply } from './reply.ts';
import { LONGEST_HINT_MS } from './retry-hint.ts';
import { deletedSchema } from './schemas/deleted.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An outcome before the exchange and the secrets are put beside it. */
export type Verdict = Without<Outcome, 'exchange' | 'secrets'>;

// Statuses with which OpenAI says that it did not do it. 408, 409 and 5xx may come after it did; whatever is not listed is in doubt.
const REFUSALS: readonly number[] = [400, 401, 403, 404, 422];

/** What one attempt to change something came to. Pure: a function of the call and what came back. */
export function classify(call: Call, reply: Reply): Verdict {
  invariant(isMutation(call), 'Only changes have outcomes');
  if (reply.kind === 'lost') {
    const message = sayLoss(reply.loss);
    return reply.wasSent ? { kind: 'unknown', message } : { kind: 'not-applied', code: 'not_sent', message };
  }
  const { status } = reply;
  if (status >= 200 && status < 300) return classifySuccess(call, reply);
  const { code, sentence } = problemOf(reply);
  if (status === 429) return { kind: 'throttled', retryAfterMs: reply.hintMs ?? LONGEST_HINT_MS, message: sentence };
  if (REFUSALS.includes(status)) return { kind: 'not-applied', code, message: sentence };
  return { kind: 'unknown', message: sentence };
}

/** Any 2xx counts: some creates answered 201 until 2025-12. An empty one does not, because every change documents a body. */
function classifySuccess(call: Call, { status, body }: Answered): Verdict {
  if (body.kind === 'unreadable') {
    return { kind: 'unknown', message: `OpenAI answered ${status}, but the answer could not be read (${body.why}).` };
  }
  const doubt = doubtAbout(call, body.value);
  return doubt === null ? { kind: 'applied', answer: body.value } : { kind: 'unknown', message: doubt };
}

/** An answer about another thing than the call's, or a delete that says it deleted nothing, proves nothing. */
function doubtAbout(call: Call, answer: JsonObject): string | null {
  if (methodOf(call.endpoint) === 'DELETE' && !deletedSchema.safeParse(answer).success) {
    return 'OpenAI answered, but does not say that it deleted anything.';
  }
  const target = targetIdOf(call);
  if (target !== null && answer['id'] !== undefined && answer['id'] !== target) {
    return 'OpenAI answered about another object than the one that was named.';
  }
  return null;
}

/** The id a path ends with; null for a path that ends with a collection or a verb. */
function targetIdOf(call: Call): string | null {
  const name = /\{(\w+)\}$/.exec(pathTemplateOf(call.endpoint))?.[1];
  return name === undefined ? null : (call.params[name] ?? null);
}
