import type { Act } from '#operations/act.ts';
import type { Acting, ActResult } from './acts/act-result.ts';
import { beginOrder } from './acts/begin-order.ts';
import { bindPeople } from './acts/bind-people.ts';
import { closeDebt } from './acts/close-debt.ts';
import { enrol } from './acts/enrol.ts';
import { openRollout } from './acts/open-rollout.ts';
import { freezeByRequest } from './acts/freeze.ts';
import { resetStepUp } from './acts/reset-step-up.ts';
import { adoptPolicy } from './acts/adopt-policy.ts';
import { thaw } from './acts/thaw.ts';
import { freezeOn } from './freeze-on.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { moveRequest, mustMove } from './record.ts';
import { refuseWarrant, useWarrant } from './warrants/warrant.ts';

async function perform(tx: Writing, house: House, { record, act }: Acting<Act>): Promise<ActResult> {
  switch (act.kind) {
    case 'freeze':
      return freezeByRequest(tx, house, { record, act });
    case 'thaw':
      return thaw(tx, house, { record, act });
    case 'begin-order':
      return beginOrder(tx, house, { record, act });
    case 'close-debt':
      return closeDebt(tx, house, { record, act });
    case 'enrol':
      return enrol(tx, house, { record, act });
    case 'reset-step-up':
      return resetStepUp(tx, house, { record, act });
    case 'adopt-policy':
      return adoptPolicy(tx, house, { record, act });
    case 'bind-people':
      return bindPeople(tx, house, { record, act });
    case 'open-rollout':
      return openRollout(tx, house, { record, act });
  }
}

/**
 * Carries out what the house does itself. Claim, act and end are one transaction, so that there is nothing to settle: either all of it
 * happened, with its entries, or none of it.
 */
export async function carryOutAct(house: House, record: PlannedRequest, act: Act): Promise<void> {
  const done = await house.store.transact(async (tx) => {
    if ((await freezeOn(tx, record)) !== null || (await refuseWarrant(tx, house, record)) !== null) return null;
    const who = 'system:execute';
    const attempt = record.attempt + 1;
    const claimed = await moveRequest(tx, house, {
      record,
      move: { event: 'claim', who, outcome: '', inTime: true, whenReady: true, attempt },
    });
    if (claimed === null) return null;
    await useWarrant(tx, house, claimed);
    const result = await perform(tx, house, { record, act });
    const event = result.applied ? 'settle-applied' : 'settle-not-applied';
    await mustMove(tx, house, { record: claimed, move: { event, who, outcome: result.outcome } });
    return result;
  });
  done?.afterCommit?.();
  await house.bindings.load(house.store.read.people);
  house.nudge();
}
