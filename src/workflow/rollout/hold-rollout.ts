import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Stop } from '#operations/act.ts';
import { isReplacedBy } from '#policy/rollout-state.ts';
import type { Stopping } from '../stopping.ts';
import { vocabulary } from '../policies/read-policy.ts';
import { mostWords } from '../ports/rollout.ts';
import type { Writing } from '../ports/store.ts';
import { enter, type Scribe } from '../record.ts';
import { tellRollout } from './tell-rollout.ts';
import { atMost } from './word-line.ts';

const tooMany = refuse('rollout.hold.too-many', {
  what: 'Nothing more was held back.',
  rule: `${mostWords} such words are in force, and no more can be looked at for each request. Hold * instead: it takes the place of all the others.`,
});

/** Keeps operations from going further, at once: whatever was opened before or later by somebody else, this can only make it less. */
export async function holdRollout(
  tx: Writing,
  scribe: Scribe,
  { stop, person, why, via }: Stopping<Extract<Stop, { kind: 'hold-rollout' }>>,
): Promise<string | Refusal> {
  const { selector, group, mode } = stop;
  const wish = { kind: 'hold', selector, group, mode } as const;
  const words = await tx.rollout.words();
  const instead = words.filter((word) => isReplacedBy(word, wish, vocabulary.operations)).map(({ id }) => id);
  // The last place is kept for the word that makes all others needless.
  const isAll = selector === '*' && group === null;
  if (words.length - instead.length >= mostWords - (isAll ? 0 : 1)) return tooMany;
  const by = { slackId: person.slackId, name: person.name };
  const said = await tx.rollout.say({ ...wish, by, why, requestId: null, at: scribe.clock.now() }, instead);
  const what = { selector, group, mode, instead, why, via };
  await enter(tx, scribe, { kind: 'rollout.held', who: person.slackId, requestId: null, what });
  await tellRollout(tx, scribe, said);
  return `${atMost(stop)}. Two people open it again: /openai rollout open ${selector} on`;
}
