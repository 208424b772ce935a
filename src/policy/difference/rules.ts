import type { DenyRule, Policy, Rule } from '../policy.ts';
import { speaksOf } from '../speaks-of.ts';
import { contains } from './contains.ts';
import { type Difference, looser, neutral, type Pair, tighter } from './difference.ts';
import { mayLoosen, permitsOf } from './permits.ts';
import { changedWords, ruleWords } from './rule-words.ts';

const denialsOf = (policy: Policy): readonly DenyRule[] => policy.rules.filter((rule) => rule.kind === 'deny');

/** Whether everything that this old denial refused is still refused by one. */
function isStillDenied(pair: Pair, denial: DenyRule): boolean {
  const after = denialsOf(pair.is);
  return pair.vocabulary.operations.every(
    (operation) =>
      !speaksOf(denial, operation) ||
      after.some((outer) => contains(pair, 'was-in-is', { inner: denial, outer, operation })),
  );
}

function ofDenials(pair: Pair): readonly Difference[] {
  const after = denialsOf(pair.is);
  const old = denialsOf(pair.was).flatMap((denial): readonly Difference[] => {
    const now = after.find(({ name }) => name === denial.name);
    const isHeld = isStillDenied(pair, denial);
    const say = isHeld ? tighter : looser;
    if (now === undefined) {
      const sentence = `The denial “${denial.name}” would be gone: it ${ruleWords(denial)}.`;
      return [isHeld ? neutral(sentence) : looser(sentence)];
    }
    const words = changedWords(denial, now);
    if (words.length > 0) return [say(`The denial “${denial.name}” would change: ${words.join('; ')}.`)];
    return isHeld ? [] : [looser(`The denial “${denial.name}” would hold for fewer.`)];
  });
  const added = after
    .filter(({ name }) => !denialsOf(pair.was).some((denial) => denial.name === name))
    .map((denial) => tighter(`The denial “${denial.name}” would be new: it ${ruleWords(denial)}.`));
  return [...old, ...added];
}

function inOldOrder(pair: Pair): boolean {
  const names = (rules: readonly Rule[]) => rules.map(({ name }) => name);
  const [before, after] = [names(permitsOf(pair.was)), names(permitsOf(pair.is))];
  const kept = after.filter((name) => before.includes(name));
  return before.filter((name) => after.includes(name)).every((name, i) => kept[i] === name);
}

function ofPermits(pair: Pair): readonly Difference[] {
  const before = permitsOf(pair.was);
  const after = permitsOf(pair.is);
  const now = after.flatMap((rule, place): readonly Difference[] => {
    const old = before.find(({ name }) => name === rule.name);
    const words = old === undefined ? [] : changedWords(old, rule);
    if (old !== undefined && words.length === 0) return [];
    const say = mayLoosen(pair, place) ? looser : tighter;
    return old === undefined
      ? [say(`The rule “${rule.name}” would be new: it ${ruleWords(rule)}.`)]
      : [say(`The rule “${rule.name}” would change: ${words.join('; ')}.`)];
  });
  const gone = before
    .filter(({ name }) => !after.some((rule) => rule.name === name))
    .map((rule) => tighter(`The rule “${rule.name}” would be gone: it ${ruleWords(rule)}.`));
  return [...now, ...gone];
}

function ofOrder(pair: Pair): readonly Difference[] {
  if (inOldOrder(pair)) return [];
  const say = permitsOf(pair.is).some((_, place) => mayLoosen(pair, place)) ? looser : neutral;
  return [say('The rules would be tried in another order.')];
}

export function compareRules(pair: Pair): readonly Difference[] {
  return [...ofDenials(pair), ...ofPermits(pair), ...ofOrder(pair)];
}

/** Rules that stand as they stood and still come to decide more, because another one no longer does. */
export function compareWhatIsLeft(pair: Pair): readonly Difference[] {
  return permitsOf(pair.is).flatMap((rule, place) =>
    mayLoosen(pair, place)
      ? [looser(`The rule “${rule.name}” would also decide what another rule decided before, with less.`)]
      : [],
  );
}
