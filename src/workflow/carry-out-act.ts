import type { Act } from '#operations/act.ts';
import { freezeName } from '#domain/freeze-scope.ts';
import { freezeOn } from './freeze-on.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter, moveRequest, mustMove } from './record.ts';
import { tellFrozen } from './tell-frozen.ts';

/** What became of an act, in one sentence. `applied: false` where there was nothing left to do. */
interface Acted {
  readonly applied: boolean;
  readonly outcome: string;
}

async function perform(
  tx: Writing,
  house: House,
  { record, act }: { record: PlannedRequest; act: Act },
): Promise<Acted> {
  switch (act.kind) {
    case 'thaw': {
      const at = house.clock.now();
      const before = await tx.freezes.active();
      const freeze = before.find(({ id }) => id === act.freezeId);
      const name = freezeName(act.freezeId);
      const ended = await tx.freezes.end(act.freezeId, { at, requestId: record.terms.id });
      if (!ended || freeze === undefined) return { applied: false, outcome: `${name} had ended already.` };
      const what = { freeze: act.freezeId, request: record.terms.id };
      await enter(tx, house, { kind: 'freeze.ended', who: 'system:execute', requestId: record.terms.id, what });
      await tellFrozen(tx, house, { freeze, event: 'ended' });
      return { applied: true, outcome: `${name} is ended. What was approved is carried out again.` };
    }
  }
}

/**
 * Carries out what the house does itself. Claim, act and end are one transaction, so that there is nothing to settle: either all of it
 * happened, with its entries, or none of it.
 */
export async function carryOutAct(house: House, record: PlannedRequest, act: Act): Promise<void> {
  await house.store.transact(async (tx) => {
    if ((await freezeOn(tx, record)) !== null) return;
    const who = 'system:execute';
    const attempt = record.attempt + 1;
    const claimed = await moveRequest(tx, house, {
      record,
      move: { event: 'claim', who, outcome: '', inTime: true, attempt },
    });
    if (claimed === null) return;
    const { applied, outcome } = await perform(tx, house, { record, act });
    const event = applied ? 'settle-applied' : 'settle-not-applied';
    await mustMove(tx, house, { record: claimed, move: { event, who, outcome } });
  });
  house.nudge();
}
