import type { Act } from '#operations/act.ts';
import { slackIdsOf } from '#policy/people.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import { tellPresence } from '../step-up/tell.ts';
import type { Acting, ActResult } from './act-result.ts';

/** Takes back everything with which a person could prove that they are there. Their passkeys stay on record: old signatures are verified with them. */
export async function resetStepUp(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'reset-step-up' }>>,
): Promise<ActResult> {
  const { person, name } = act;
  const requestId = record.terms.id;
  await tx.stepUp.reset(person, house.clock.now());
  await enter(tx, house, { kind: 'step-up.reset', who: 'system:execute', requestId, what: { person, name } });
  await tellPresence(tx, house, {
    key: `reset:${requestId}`,
    text: `The step-up of ${name} was reset: no passkey, code or recovery code of theirs counts any more.`,
    to: slackIdsOf(house.policy().policy, person),
  });
  return { applied: true, outcome: `The step-up of ${name} is reset. They can enrol anew.` };
}
