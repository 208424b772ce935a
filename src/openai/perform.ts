import { Fault } from '#domain/fault.ts';
import { invariant } from '#domain/invariant.ts';
import { type Call, isMutation } from '#operations/call.ts';
import { methodOf, pathTemplateOf } from '#operations/endpoint.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Outcome, Vendor } from '#workflow/ports/vendor.ts';
import { classify } from './classify.ts';
import { exchangeOf, type Sender } from './sender.ts';

/**
 * The only sender of a call that changes something: one HTTP request, no retry, no exception. Secrets were cut out of the answer where
 * it was opened; they leave here as `Secret`s and nowhere else.
 */
export function createPerform(send: Sender, log: Log): Vendor['perform'] {
  return async (call, { secretAt, context }) => {
    let sendNow: Awaited<ReturnType<Sender>>;
    try {
      invariant(isMutation(call), 'Reads are read, not performed');
      sendNow = await send(call, { context, secretAt });
    } catch (error) {
      return notSent(call, error, log);
    }
    try {
      const reply = await sendNow();
      const exchange = exchangeOf(call, reply);
      const verdict = classify(call, reply);
      if (verdict.kind !== 'applied') return { ...verdict, exchange };
      const secrets = reply.kind === 'answered' ? reply.secrets : [];
      if (secretAt !== null && secrets.length === 0) {
        log.error({ endpoint: call.endpoint }, 'An answer held no secret where one was declared');
      }
      return { ...verdict, secrets, exchange };
    } catch (err) {
      log.error({ err, endpoint: call.endpoint }, 'The answer to a change could not be dealt with');
      return {
        kind: 'unknown',
        message: 'The call was sent, but its answer could not be dealt with.',
        exchange: without(call),
      };
    }
  };
}

function notSent(call: Call, error: unknown, log: Log): Outcome {
  const isFault = error instanceof Fault;
  if (!isFault) log.error({ err: error, endpoint: call.endpoint }, 'A change was not sent because of a bug');
  const message = isFault ? error.message : 'Countersign stopped the call before it was sent.';
  return { kind: 'not-applied', code: 'not_sent', message, exchange: without(call) };
}

/** The exchange of a call that has none to tell of. By its template, because an unsafe parameter may be what stopped it. */
function without(call: Call): Outcome['exchange'] {
  const path = pathTemplateOf(call.endpoint);
  return { method: methodOf(call.endpoint), path, status: null, vendorRequestId: null, durationMs: 0 };
}
