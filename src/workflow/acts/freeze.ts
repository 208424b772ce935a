import type { Act } from '#operations/act.ts';
import { isRefusal } from '#domain/refusal.ts';
import { requesterOf } from '../admit.ts';
import { carryOutStop } from '../carry-out-stop.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import type { Acting, ActResult } from './act-result.ts';

/** The same stop as in Slack, as part of a request that was signed at the desk. */
export async function freezeByRequest(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'freeze' }>>,
): Promise<ActResult> {
  const { requester, reason } = record.terms;
  const person = requesterOf(house, requester.slackId, requester.name);
  const done = await carryOutStop(tx, house, { stop: act, person, why: reason, via: 'desk' });
  return isRefusal(done) ? { applied: false, outcome: `${done.what} ${done.rule}` } : { applied: true, outcome: done };
}
