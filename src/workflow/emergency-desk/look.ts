import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { slackIdsOf } from '#policy/people.ts';
import type { DeskOperation } from '#policy/powers-alone.ts';
import { debtSentence } from '../debt-line.ts';
import { waitingFor } from '../desk.ts';
import { orFailed } from '../failed.ts';
import { frozenSentence } from '../freeze-on.ts';
import type { House } from '../house.ts';
import { openStates } from '../open-states.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Failed } from '../use-cases.ts';
import { refuseForDesk } from '../warrants/at-desk.ts';
import { operationId } from '#domain/ids.ts';
import { type Visit, visitOf } from './visit.ts';
import { seenBy } from '../sight.ts';

/** What somebody sees who has signed in: what is theirs, and what they may stop. */
export interface DeskLook {
  readonly kind: 'look';
  readonly name: string;
  readonly isSlackSilent: boolean;
  readonly mine: readonly PlannedRequest[];
  /** What a press on Approve in Slack would count for; without what only Slack’s groups tell. */
  readonly waiting: readonly PlannedRequest[];
  readonly stops: readonly { readonly operation: DeskOperation; readonly refused: Refusal | null }[];
  /** What is frozen and what waits for a review, one sentence each. */
  readonly alarms: readonly string[];
}

// What somebody reads before they act; Slack’s lists have the rest.
const MOST_SHOWN = 10;

/** What they asked for that has not ended, from whichever of their accounts. */
async function openOf({ house, person }: Visit): Promise<readonly PlannedRequest[]> {
  const { requests } = seenBy(house, person);
  const lists = slackIdsOf(house.policy().policy, person.personId).map((requester) =>
    requests.list({ requester, states: openStates, limit: MOST_SHOWN }),
  );
  return (await Promise.all(lists)).flat();
}

/** Each thing that the desk is for, with why this person may not do it; nothing for whoever is not on its list. */
async function stopsOf({ house, person }: Visit): Promise<DeskLook['stops']> {
  const { desk } = house.policy().policy;
  if (desk?.people.includes(person.personId) !== true) return [];
  return Promise.all(
    desk.operations.map(async (operation) => {
      const wanted = { person: person.personId, operation: { id: operationId(operation) }, but: null };
      return { operation, refused: await refuseForDesk(house.store.read, house, wanted) };
    }),
  );
}

async function alarmsOf({ store }: House): Promise<readonly string[]> {
  const frozen = (await store.read.freezes.active()).map((freeze) => `Frozen: ${frozenSentence(freeze)}`);
  const owed = (await store.read.debts.open()).map((debt) => `To be reviewed: ${debtSentence(debt)}`);
  return [...frozen, ...owed].slice(0, MOST_SHOWN);
}

export async function lookAround(house: House, token: string): Promise<DeskLook | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const visit = await visitOf(house, token);
    if (isRefusal(visit)) return visit;
    return {
      kind: 'look',
      name: visit.person.name,
      isSlackSilent: visit.lastWordAt !== null,
      mine: await openOf(visit),
      waiting: (await waitingFor(visit.house, visit.person)).slice(0, MOST_SHOWN),
      stops: await stopsOf(visit),
      alarms: await alarmsOf(house),
    };
  });
}
