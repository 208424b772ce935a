import type { Instant } from '#domain/instant.ts';
import { type Call, describeCall } from '#operations/call.ts';
import type { CallContext, Exchange, Priority } from '#workflow/ports/vendor.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Client } from './client.ts';
import type { Pacer } from './pace.ts';
import type { Reply } from './reply.ts';

/** One exchange as the call log keeps it. */
export interface ExchangeLine extends Exchange {
  readonly at: Instant;
  readonly cause: string;
  readonly priority: Priority;
  /** The word before the colon of the cause: `request`, `job`, `person`. */
  readonly ownerOfCall: string;
}

export interface SenderParts {
  readonly client: Client;
  readonly pacer: Pacer;
  readonly nowMs: () => Instant;
  readonly log: Log;
  readonly onExchange: (line: ExchangeLine) => void;
}

/**
 * Waits until a call may be sent and answers how to send it. Whatever is thrown while waiting proves that nothing was sent; sending
 * happens at most once.
 */
export type Sender = (
  call: Call,
  how: { readonly context: CallContext; readonly secretAt: readonly string[] | null },
) => Promise<() => Promise<Reply>>;

export function createSender(parts: SenderParts): Sender {
  return async (call, { context, secretAt }) => {
    const exchange = parts.client(call, secretAt);
    const slot = await parts.pacer.acquire(call.endpoint, context);
    return async () => {
      const at = parts.nowMs();
      let reply: Reply | null = null;
      try {
        reply = await exchange();
      } finally {
        // Also after a bug, or the place would be taken for ever.
        slot.release(lessonOf(reply));
      }
      note(parts, { at, call, context, reply });
      return reply;
    };
  };
}

/** What the pacer learns: a lost answer teaches nothing about the vendor's limit. */
function lessonOf(reply: Reply | null) {
  return reply?.kind === 'answered' ? { throttled: reply.status === 429, hintMs: reply.hintMs } : null;
}

interface Sent {
  readonly at: Instant;
  readonly call: Call;
  readonly context: CallContext;
  readonly reply: Reply;
}

function note({ log, onExchange }: SenderParts, { at, call, context, reply }: Sent): void {
  const { cause, priority } = context;
  const line = { at, cause, priority, ownerOfCall: cause.split(':', 1)[0] ?? '', ...exchangeOf(call, reply) };
  // Refusals (4xx) are the caller's to tell; these are the weather that an operator looks for.
  const isWorthALine = reply.kind === 'lost' || reply.status === 429 || reply.status >= 500;
  if (isWorthALine)
    log.warn({ ...line, loss: reply.kind === 'lost' ? reply.loss : null }, 'A call to OpenAI was not answered well');
  try {
    onExchange(line);
  } catch (err) {
    // What listens must not decide what became of a call.
    log.error({ err }, 'A call to OpenAI could not be written to the call log');
  }
}

/** The exchange as audit entries name it. */
export function exchangeOf(call: Call, reply: Reply): Exchange {
  return {
    ...describeCall(call),
    status: reply.status,
    vendorRequestId: reply.requestId,
    durationMs: reply.durationMs,
  };
}
