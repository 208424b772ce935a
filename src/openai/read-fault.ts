import { Fault } from '#domain/fault.ts';
import { sayLoss } from './loss.ts';
import { problemOf } from './problem.ts';
import type { Answered, Lost, Reply } from './reply.ts';

/** The fault that a read without a usable answer is. */
export function faultOf(reply: Reply): Fault {
  return reply.kind === 'lost' ? faultOfLoss(reply) : faultOfAnswer(reply);
}

function faultOfLoss({ loss, requestId }: Lost): Fault {
  const message = withRequestId(sayLoss(loss), requestId);
  if (loss === 'answer too large') return new Fault('openai.bad_answer', message);
  return new Fault('openai.unreachable', message, { canRetry: loss !== 'TLS refused' });
}

function faultOfAnswer(reply: Answered): Fault {
  const { status, requestId, body } = reply;
  if (status >= 200 && status < 300) {
    const why = body.kind === 'unreadable' ? ` (${body.why})` : '';
    return new Fault('openai.bad_answer', withRequestId(`OpenAI’s answer could not be read${why}.`, requestId), {
      canRetry: true,
    });
  }
  const { code, sentence } = problemOf(reply);
  const message = withRequestId(`${sentence} [${code}]`, requestId);
  if (status === 401 || status === 403) return new Fault('openai.forbidden', message);
  // Only OpenAI's own "not found" proves absence; a gateway's is a wrong address.
  if (status === 404) return new Fault(code === 'not_found' ? 'openai.not_found' : 'openai.bad_answer', message);
  if (status === 429) return new Fault('openai.throttled', message, { canRetry: true });
  // A read that met a conflict or a timeout there has changed nothing and may simply come again.
  if (status === 408 || status === 409 || status >= 500)
    return new Fault('openai.unreachable', message, { canRetry: true });
  return new Fault(status < 400 ? 'openai.bad_answer' : 'openai.refused', message);
}

/** What OpenAI's support asks for first. */
function withRequestId(sentence: string, requestId: string | null): string {
  return requestId === null ? sentence : `${sentence} (request ${requestId})`;
}
