import { longWorkMs } from '#approvals/deadline.ts';
import { secondMs } from '#domain/instant.ts';
import type { CallContext } from './ports/vendor.ts';
import type { Caller } from './use-cases.ts';

function waitSentence(ahead: number, seconds: number): string {
  const sentence = `${ahead} ahead of you at OpenAI’s limit, about ${Math.ceil(seconds)} s.`;
  if (seconds * secondMs < longWorkMs) return sentence;
  return `${sentence} You can close this window: the result will also come as a direct message.`;
}

/** Calls that a person waits for; a long wait for the vendor's limit is told where they can see it. */
export function clickContext(caller: Caller, cause: string = `person:${caller.slackId}`): CallContext {
  const { onWait } = caller;
  if (onWait === undefined) return { priority: 'click', cause };
  return {
    priority: 'click',
    cause,
    onWait: ({ ahead, seconds }) => onWait(waitSentence(ahead, seconds)),
  };
}
