import { lookAtRequester } from './conditions/requester.ts';
import type { Look } from './conditions/condition.ts';
import { isAlwaysOn } from './house-rules.ts';
import { lesser } from './live.ts';
import type { LiveMode } from './policy.ts';
import type { Rollout, RolloutWord } from './rollout-word.ts';
import type { Scene } from './scene.ts';
import type { Requirement } from './verdict.ts';
import { covers, type OperationWord } from './vocabulary.ts';

/** Reads look and stops hold back; what ends a state of the house must never be held. */
export const isGoverned = (operation: OperationWord): boolean => operation.kind === 'change' && !isAlwaysOn(operation);

export const speaksOf = ({ selector }: Pick<RolloutWord, 'selector'>, operation: OperationWord): boolean =>
  isGoverned(operation) && covers(selector, operation);

export interface Opened {
  readonly mode: LiveMode;
  /** The word that decided; null where nobody said anything. */
  readonly by: RolloutWord | null;
}

/** Where the words say one thing after another, from the newest back to the last that opened it; whoever may or may not be meant can only lose by it. */
export function openedBy(
  { start, words }: Pick<Rollout, 'start' | 'words'>,
  operation: OperationWord,
  isMeant: (group: string | null) => Look['answer'],
): Opened {
  let opened: Opened = { mode: 'on', by: null };
  for (const word of words) {
    const answer = speaksOf(word, operation) ? isMeant(word.group) : 'no';
    if (answer === 'no') continue;
    if (lesser(word.mode, opened.mode) !== opened.mode) opened = { mode: word.mode, by: word };
    if (word.kind === 'open' && answer === 'yes') return { mode: opened.mode, by: opened.by ?? word };
  }
  return lesser(start, opened.mode) === opened.mode ? opened : { mode: start, by: null };
}

/** A group that the policy does not name any more may be the requester’s under another name. */
function isMeantIn(scene: Scene, group: string | null): Look['answer'] {
  if (group === null) return 'yes';
  return Object.hasOwn(scene.policy.groups, group) ? lookAtRequester([group], scene).answer : 'unknown';
}

/** How far this operation was opened for this person, and why no further. */
export function rolloutOf(scene: Scene): { readonly mode: LiveMode; readonly sentence: string } {
  const { rollout, operation } = scene.facts;
  if (rollout === null || !isGoverned(operation)) return { mode: 'on', sentence: '' };
  const { mode, by } = openedBy(rollout, operation, (group) => isMeantIn(scene, group));
  return { mode, sentence: whyOpened(operation, { mode, by }) };
}

export function whyOpened({ id }: OperationWord, { mode, by }: Opened): string {
  if (by === null) return mode === 'on' ? `${id} is on` : `nobody has opened ${id} here yet`;
  const { name } = by.by;
  const whom = by.group === null ? '' : ` for ${by.group}`;
  if (by.kind === 'hold') return `${name} holds ${by.selector} at ${mode}${whom} (${by.why})`;
  return `${by.selector} was opened as far as ${mode}${whom}`;
}

// One alone would prove nothing to anybody: whoever approves something critical is never its only witness.
const LEAST_PROVERS = 2;

/** Why something critical waits although it is on; null where it does not. */
export function waitsForStepUp({ policy, facts }: Scene, requirements: readonly Requirement[]): string | null {
  const provers = facts.rollout?.provers ?? null;
  if (provers === null || facts.operation.tier !== 'critical' || !isGoverned(facts.operation)) return null;
  const canProve = new Set(provers.filter((person) => Object.hasOwn(policy.people, person)));
  const lacking = requirements.filter(({ eligible }) => !eligible.some(({ person }) => provers.includes(person)));
  if (canProve.size >= LEAST_PROVERS && lacking.length === 0) return null;
  const groups = [...new Set(lacking.flatMap(({ from }) => from))].join(' and ');
  const among = groups === '' ? '' : `, somebody of ${groups} among them`;
  return `what is critical waits until two people can prove that it is they who approve${among}: /openai step-up list`;
}
