import type { Act } from '#operations/act.ts';
import { isReplacedBy, overlapping } from '#policy/rollout-state.ts';
import { isSame } from '#policy/difference/same.ts';
import type { House } from '../house.ts';
import { vocabulary } from '../policies/read-policy.ts';
import { mostWords } from '../ports/rollout.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import { tellRollout } from '../rollout/tell-rollout.ts';
import { meantBy } from '../rollout/word-line.ts';
import type { Acting, ActResult } from './act-result.ts';

/** Lets operations go as far as two people approved, where nobody said anything about them in between. */
export async function openRollout(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'open-rollout' }>>,
): Promise<ActResult> {
  const { selector, group, mode, over } = act;
  const { operations } = vocabulary;
  const words = await tx.rollout.words();
  const now = overlapping(words, selector, operations).map(({ id }) => id);
  if (!isSame(now, over)) return { applied: false, outcome: `Somebody else has opened or held ${selector} since.` };
  const wish = { kind: 'open', selector, group, mode } as const;
  const instead = words.filter((word) => isReplacedBy(word, wish, operations)).map(({ id }) => id);
  if (words.length - instead.length >= mostWords)
    return { applied: false, outcome: `There are ${mostWords} such words in force; open a whole family instead.` };
  const { id: requestId, requester, reason } = record.terms;
  const by = { slackId: requester.slackId, name: requester.name };
  const said = await tx.rollout.say({ ...wish, by, why: reason, requestId, at: house.clock.now() }, instead);
  const what = { selector, group, mode, instead };
  await enter(tx, house, { kind: 'rollout.opened', who: 'system:execute', requestId, what });
  await tellRollout(tx, house, said);
  return { applied: true, outcome: `${meantBy(act)} is ${mode} now, where the policy lets it be.` };
}
