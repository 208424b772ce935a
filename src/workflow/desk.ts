import { canDecide } from '#approvals/may.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { admit } from './admit.ts';
import { drawPicture } from './draw-picture.ts';
import { electorateOf, standpointOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import { debtSentence } from './debt-line.ts';
import { frozenSentence } from './freeze-on.ts';
import type { House } from './house.ts';
import type { RequestPicture } from './picture.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { isUrgent } from './replace-window.ts';
import type { UseCases } from './use-cases.ts';

// The Home tab shows a hundred blocks; ten requests of each kind with their buttons fill it.
const MOST_SHOWN = 10;
const MOST_PENDING = 50;
// The newest would be lost among more; the lists have them all.
const MOST_ALARMS = 5;

async function pictures(house: House, records: readonly PlannedRequest[]): Promise<readonly RequestPicture[]> {
  return Promise.all(records.map((record) => drawPicture(house, record)));
}

/** Something stands still until a revoked key is replaced. */
function urgentFirst(records: readonly PlannedRequest[]): readonly PlannedRequest[] {
  return records.toSorted((one, other) => Number(isUrgent(other)) - Number(isUrgent(one)));
}

/** Exactly those that a press on Approve would be counted for. */
async function isWaitingFor(house: House, record: PlannedRequest, who: Requester): Promise<boolean> {
  const decisions = await house.store.read.requests.decisions(record.terms.id);
  const electorate = await electorateOf(house, record);
  return canDecide(standpointOf(house, electorate, { record, decisions, who }), 'approve') === null;
}

async function alarmsOf({ store }: House): Promise<readonly string[]> {
  const frozen = (await store.read.freezes.active()).map((freeze) => `Frozen: ${frozenSentence(freeze)}`);
  const owed = (await store.read.debts.open()).map((debt) => `To be reviewed: ${debtSentence(debt)}`);
  return [...frozen.slice(0, MOST_ALARMS), ...owed.slice(0, MOST_ALARMS)];
}

/** What one person has to do and has: what waits for their decision, their own requests and keys. */
export async function deskOf(house: House, caller: Parameters<UseCases['desk']>[0]): ReturnType<UseCases['desk']> {
  const person = await admit(house, caller);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const { requests, leases } = house.store.read;
    const pending = await requests.list({ states: ['pending'], limit: MOST_PENDING });
    const decidable = await Promise.all(pending.map((record) => isWaitingFor(house, record, person)));
    const waiting = urgentFirst(pending.filter((_, i) => decidable[i] === true)).slice(0, MOST_SHOWN);
    const mine = await requests.list({ requester: person.slackId, limit: 2 * MOST_SHOWN });
    return {
      kind: 'desk',
      waitingForMe: await pictures(house, waiting),
      mine: await pictures(house, mine.filter((record) => record.state !== 'draft').slice(0, MOST_SHOWN)),
      alarms: await alarmsOf(house),
      myKeys: (await leases.ofOwner(person.slackId)).slice(0, 2 * MOST_SHOWN),
    } as const;
  });
}
