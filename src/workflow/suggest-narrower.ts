import { canSuggest } from '#approvals/suggestion.ts';
import { minuteMs } from '#domain/instant.ts';
import { shortRequestId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { admit, before, evidenceMs, noted } from './admit.ts';
import { drawPicture } from './draw-picture.ts';
import { type Electorate, electorateOf, standpointOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import { type Narrower, planNarrower } from './plan-narrower.ts';
import { suggestionKey } from './ports/messages.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter, showAnew } from './record.ts';
import type { ActOutcome, UseCases, WouldOutcome } from './use-cases.ts';
import { seenBy } from './sight.ts';

type Looking = Parameters<UseCases['lookNarrower']>[0];
type Suggesting = Parameters<UseCases['suggestNarrower']>[0];

const what = 'Your suggestion was not made.';
const unknown = refuse('suggestion.unknown', { what, rule: 'This request does not exist here.' });
const otherNow = refuse('suggestion.other-now', {
  what,
  rule: 'What would be sent is not what you were shown, because something has changed since. Look at it again.',
});

// Long enough to read a plan and be interrupted once; what was read for it is news for no longer.
const lookLifeMs = 30 * minuteMs;

interface Look {
  readonly record: PlannedRequest;
  readonly person: Requester;
  readonly electorate: Electorate;
}

async function lookAt(house: House, ask: Looking): Promise<Look | Refusal> {
  const person = await admit(house, ask.caller, evidenceMs);
  if (isRefusal(person)) return person;
  const record = await seenBy(house, person).requests.find(ask.requestId);
  if (record === null) return noted(house, ask.caller, unknown);
  const electorate = await electorateOf(house, record);
  const decisions = await seenBy(house, person).requests.decisions(ask.requestId);
  const made = await house.store.read.suggestions.of(ask.requestId);
  const no = canSuggest(standpointOf(house, electorate, { record, decisions, who: person }), made);
  return no === null ? { record, person, electorate } : noted(house, before(house, ask.caller, record), no);
}

/** Shows an approver what would be sent if their suggestion were taken. Nothing is kept yet. */
export function lookNarrower(house: House, ask: Looking): Promise<WouldOutcome> {
  return orFailed(house.log, async () => {
    const look = await lookAt(house, ask);
    if (isRefusal(look)) return look;
    const at = house.clock.now();
    const narrower = await planNarrower(house, look.record, { ...ask, at });
    if (isRefusal(narrower)) return noted(house, before(house, ask.caller, look.record), narrower);
    const picture = await drawPicture(house, narrower.record);
    return { kind: 'would', picture, fields: narrower.fields, sight: narrower.sight, at };
  });
}

async function make(house: House, tx: Writing, made: Look & { ask: Suggesting; narrower: Narrower }) {
  const { ask, person, electorate, narrower } = made;
  const { requestId, at } = ask;
  const record = await tx.requests.find(requestId);
  if (record === null) return unknown;
  const decisions = await tx.requests.decisions(requestId);
  const earlier = await tx.suggestions.of(requestId);
  const no = canSuggest(standpointOf(house, electorate, { record, decisions, who: person }), earlier);
  if (no !== null) return no;
  const now = house.clock.now();
  const { personId, slackId, name } = person;
  const { input, fields, sight } = narrower;
  const by = { person: personId, slackId, name };
  const suggestion = await tx.suggestions.make({ requestId, by, input, fields, sight, at });
  const said = fields.map(({ label, from, to }) => `${label}: ${to} instead of ${from}`);
  const entry = { suggestion: suggestion.id, input, sight, said, digest: record.digest, via: ask.caller.via };
  await enter(tx, house, { kind: 'suggestion.made', who: slackId, requestId, what: entry });
  const payload = { requestId, suggestion: suggestion.id };
  const key = suggestionKey(requestId, suggestion.id);
  await tx.outbox.put({ kind: 'suggestion', key, lane: 'urgent', payload, notBefore: now }, now);
  // A suggestion moves nothing of the request.
  await showAnew(tx, house, record);
  return suggestion;
}

/** Keeps what an approver would approve instead, exactly as they were shown it, and asks the requester. */
export function suggestNarrower(house: House, ask: Suggesting): Promise<ActOutcome> {
  return orFailed(house.log, async () => {
    const look = await lookAt(house, ask);
    if (isRefusal(look)) return look;
    const now = house.clock.now();
    if (ask.at > now || now >= ask.at + lookLifeMs) return noted(house, ask.caller, otherNow);
    const narrower = await planNarrower(house, look.record, ask);
    if (isRefusal(narrower)) return noted(house, before(house, ask.caller, look.record), narrower);
    if (narrower.sight !== ask.sight) return noted(house, ask.caller, otherNow);
    const result = await house.store.transact((tx) => make(house, tx, { ...look, ask, narrower }));
    if (isRefusal(result)) return noted(house, ask.caller, result);
    house.nudge();
    const { name } = look.record.terms.requester;
    const sentence = `${name} is asked. Your approval counts when it is taken exactly as you saw it. (${shortRequestId(ask.requestId)})`;
    return { kind: 'done', requestId: ask.requestId, sentence };
  });
}
