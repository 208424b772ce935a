import { lesser } from './live.ts';
import type { LiveMode, Policy } from './policy.ts';
import { isGoverned, type Opened, openedBy, speaksOf } from './rollout.ts';
import type { Rollout, RolloutWord } from './rollout-word.ts';
import { covers, type OperationWord } from './vocabulary.ts';

type Said = Pick<RolloutWord, 'kind' | 'selector' | 'group' | 'mode'>;

/** How far an operation was opened for whoever is in this group and in no other; null is whoever is in none. */
export function openedFor(
  rollout: Pick<Rollout, 'start' | 'words'>,
  operation: OperationWord,
  group: string | null,
): Opened {
  return openedBy(rollout, operation, (meant) => (meant === null || meant === group ? 'yes' : 'no'));
}

/** What the policy’s `live` says of the same person. */
export function ceilingFor({ live }: Policy, operation: OperationWord, group: string | null): LiveMode {
  const line = live.rules.find(
    ({ operations, requesters }) =>
      operations.some((selector) => covers(selector, operation)) &&
      (requesters === 'everyone' || (group !== null && requesters.includes(group))),
  );
  return line?.mode ?? live.default;
}

export const governedBy = (selector: string, operations: readonly OperationWord[]): readonly OperationWord[] =>
  operations.filter((operation) => isGoverned(operation) && covers(selector, operation));

/** Words that speak of something of which this one speaks. */
export function overlapping<W extends Pick<RolloutWord, 'selector'>>(
  words: readonly W[],
  selector: string,
  operations: readonly OperationWord[],
): readonly W[] {
  const own = governedBy(selector, operations);
  return words.filter((word) => own.some((operation) => speaksOf(word, operation)));
}

/** Whether an older word means nothing any more beside this one: said of no less, and of nobody else. */
export function isReplacedBy(older: Said, word: Said, operations: readonly OperationWord[]): boolean {
  const isStronger = word.kind === 'open' || (older.kind === 'hold' && lesser(word.mode, older.mode) === word.mode);
  return (
    isStronger &&
    (word.group === null || word.group === older.group) &&
    governedBy(older.selector, operations).every((operation) => speaksOf(word, operation))
  );
}
