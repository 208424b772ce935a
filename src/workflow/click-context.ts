import type { CallContext } from './ports/vendor.ts';
import type { Caller } from './use-cases.ts';

/** Calls that a person waits for; a long wait for the vendor's limit is told where they can see it. */
export function clickContext(caller: Caller, cause: string = `person:${caller.slackId}`): CallContext {
  const { onWait } = caller;
  if (onWait === undefined) return { priority: 'click', cause };
  return {
    priority: 'click',
    cause,
    onWait: ({ ahead, seconds }) => onWait(`${ahead} ahead of you at OpenAI’s limit, about ${Math.ceil(seconds)} s.`),
  };
}
