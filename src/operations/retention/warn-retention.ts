import { isZero } from './retention-state.ts';

/** What an approver should know about a change of what OpenAI keeps. `before` and `after` are what holds in the end. */
export function warnRetention(name: string, before: string, after: string): readonly string[] {
  if (isZero(after) && !isZero(before)) {
    return [
      `OpenAI stops keeping what ${name} sends and gets. What is not kept cannot be had back, and whatever relies on it, such as stored responses, fails.`,
    ];
  }
  if (isZero(before) && !isZero(after)) {
    return [`OpenAI begins to keep what ${name} sends and gets. A promise made to customers may forbid that.`];
  }
  return before === after ? [] : [`What OpenAI keeps of what ${name} sends and gets changes from then on.`];
}
