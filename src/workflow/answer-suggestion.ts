import { canAnswerSuggestion, isFresh, type Suggestion } from '#approvals/suggestion.ts';
import { shortRequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Requester } from '#operations/operation.ts';
import { admit, before, evidenceMs, noted, requesterOf } from './admit.ts';
import { keepDraft } from './draft-request.ts';
import { drawPicture } from './draw-picture.ts';
import { electorateOf, standpointOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import { planAndJudge } from './plan-and-judge.ts';
import { suggestionKey } from './ports/messages.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter, showAnew } from './record.ts';
import { refuseAgain } from './refuse-flood.ts';
import type { ActOutcome, DraftOutcome, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

type Answering = Parameters<UseCases['takeSuggestion']>[0];

const unknown = refuse('suggestion.unknown', {
  what: 'Nothing was done.',
  rule: 'This suggestion does not exist here.',
});

interface Found {
  readonly record: PlannedRequest;
  readonly suggestion: Suggestion;
  readonly person: Requester;
}

async function find(house: House, ask: Answering): Promise<Found | Refusal> {
  const person = await admit(house, ask.caller, evidenceMs);
  if (isRefusal(person)) return person;
  const { requests } = seenBy(house, person);
  const { suggestions } = house.store.read;
  const record = await requests.find(ask.requestId);
  if (record === null) return noted(house, ask.caller, unknown);
  const suggestion = (await suggestions.of(ask.requestId)).find(({ id }) => id === ask.suggestion) ?? null;
  const decisions = await requests.decisions(ask.requestId);
  const standpoint = standpointOf(house, await electorateOf(house, record), { record, decisions, who: person });
  const no = canAnswerSuggestion(standpoint, suggestion);
  if (no !== null) return noted(house, before(house, ask.caller, record), no);
  return suggestion === null ? noted(house, ask.caller, unknown) : { record, suggestion, person };
}

/** As it was seen, for as long as what was read is news and what it makes would not be over already; anew otherwise. */
async function planTaken(house: House, { record, suggestion }: Found, caller: Answering['caller']) {
  const { terms } = record;
  const operation = findOperation(terms.plan.operation);
  if (operation === null) return unknown;
  const requester = requesterOf(house, terms.requester.slackId, terms.requester.name);
  const follows = { as: 'changes', request: terms.id } as const;
  const draft = {
    operation,
    input: suggestion.input,
    reason: terms.reason,
    requester,
    caller,
    follows,
    emergency: null,
    confidential: false,
    notBefore: terms.notBefore,
  };
  const now: Instant = house.clock.now();
  if (!isFresh(suggestion, now)) return planAndJudge(house, draft);
  const planned = await planAndJudge(house, { ...draft, at: suggestion.at });
  if (isRefusal(planned)) return planned;
  const { lease } = planned.terms.plan;
  return lease === null || lease.endsAt > now ? planned : planAndJudge(house, draft);
}

/** The requester takes a suggestion: a new request is drafted from it, and shown to them before it is sent. */
export function takeSuggestion(house: House, ask: Answering): Promise<DraftOutcome> {
  return orFailed(house.log, async () => {
    const begun = house.clock.now();
    const found = await find(house, ask);
    if (isRefusal(found)) return found;
    const record = await planTaken(house, found, ask.caller);
    if (isRefusal(record)) return noted(house, before(house, ask.caller, found.record), record);
    const again = await refuseAgain(house, seenBy(house, found.person).requests, record);
    if (again !== null) return noted(house, before(house, ask.caller, record), again);
    await keepDraft(house, record, begun);
    return { kind: 'drafted', picture: await drawPicture(house, record) };
  });
}

async function keep(house: House, tx: Writing, { record, suggestion, person }: Found): Promise<boolean> {
  const { requestId, id, by } = suggestion;
  const now = house.clock.now();
  if (!(await tx.suggestions.end(id, { at: now, taken: null }))) return false;
  await enter(tx, house, { kind: 'suggestion.kept', who: person.slackId, requestId, what: { suggestion: id } });
  const text = `${person.name} keeps ${shortRequestId(requestId)} as it was asked for; your suggestion was not taken.`;
  const key = suggestionKey(requestId, id);
  const told = { text, channel: by.slackId };
  await tx.outbox.put({ kind: 'notice', key: `${key}:kept`, lane: 'normal', payload: told, notBefore: now }, now);
  const payload = { requestId, suggestion: id };
  await tx.outbox.put({ kind: 'suggestion', key, lane: 'normal', payload, notBefore: now }, now);
  await showAnew(tx, house, record);
  return true;
}

/** The requester keeps what they asked for; whoever suggested otherwise is told. */
export function keepMine(house: House, ask: Answering): Promise<ActOutcome> {
  return orFailed(house.log, async () => {
    const found = await find(house, ask);
    if (isRefusal(found)) return found;
    if (!(await house.store.transact((tx) => keep(house, tx, found)))) return noted(house, ask.caller, unknown);
    house.nudge();
    const sentence = `Your request stays as it is. ${found.suggestion.by.name} is told. (${shortRequestId(ask.requestId)})`;
    return { kind: 'done', requestId: ask.requestId, sentence };
  });
}
