import { missingSentence } from '#approvals/quorum.ts';
import { isFinal } from '#approvals/state.ts';
import type { RequestId } from '#domain/ids.ts';
import { electorateOf, electors, quorumOf } from './electorate.ts';
import { freezeOn, frozenSentence } from './freeze-on.ts';
import type { House } from './house.ts';
import type { RequestPicture } from './picture.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { isReplaceable } from './replace-window.ts';
import { isInProduction, typeToConfirm } from './type-to-confirm.ts';

// A card that mentions more people than this is noise to all of them.
const MOST_MENTIONS = 10;

async function whoIsNeeded(house: House, record: PlannedRequest, decisions: RequestPicture['decisions']) {
  if (isFinal(record.state)) return { stillNeeds: '', couldDecide: [] };
  const electorate = await electorateOf(house, record);
  const decided = new Set(decisions.map((decision) => decision.person));
  return {
    stillNeeds: missingSentence(quorumOf(record, electorate, decisions).missing),
    couldDecide: electors(electorate)
      .filter((elector) => !decided.has(elector.person))
      .flatMap((elector) => elector.slackIds.slice(0, 1))
      .slice(0, MOST_MENTIONS),
  };
}

async function whyFrozen(house: House, record: PlannedRequest): Promise<string | null> {
  const freeze = isFinal(record.state) ? null : await freezeOn(house.store.read, record);
  return freeze === null ? null : frozenSentence(freeze);
}

/** Reads everything that is shown of a request. */
export async function drawPicture(house: House, record: PlannedRequest): Promise<RequestPicture> {
  const { id } = record.terms;
  const { requests, questions, audit } = house.store.read;
  const decisions = await requests.decisions(id);
  return {
    record,
    decisions,
    effects: await requests.effects(id),
    questions: await questions.of(id),
    followers: await requests.followers(id),
    isReplaceable: isReplaceable(record, house.clock.now()),
    ...(await whoIsNeeded(house, record, decisions)),
    isProduction: isInProduction(house, record),
    typeToConfirm: typeToConfirm(house, record),
    frozen: await whyFrozen(house, record),
    isPractice: house.isPractice,
    span: await audit.spanOf(id),
  };
}

export async function findPicture(house: House, id: RequestId): Promise<RequestPicture | null> {
  const record = await house.store.read.requests.find(id);
  return record === null ? null : drawPicture(house, record);
}
