import { isStillSaid, standingRules } from '../standing-rules.ts';
import { type Difference, looser, type Pair, tighter } from './difference.ts';
import { ruleWords } from './rule-words.ts';

/**
 * What could be countersigned in advance. An order stands on the words of its rule, so a changed rule ends its orders; it also lets people
 * propose others, and counts as looser whatever changed in it.
 */
export function compareStanding({ was, is }: Pair): readonly Difference[] {
  const now = standingRules(is)
    .filter((rule) => !isStillSaid(was, rule))
    .map((rule) => looser(`Standing orders could be proposed under “${rule.name}”: it ${ruleWords(rule)}.`));
  const names = new Set(standingRules(is).map(({ name }) => name));
  const gone = standingRules(was)
    .filter(({ name }) => !names.has(name))
    .map(({ name }) => tighter(`No standing order could stand on “${name}” any more.`));
  return [...now, ...gone];
}
