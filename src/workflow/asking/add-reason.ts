import { canAddTo, mostAdditions } from '#approvals/addition.ts';
import { shortRequestId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { admit, before, noted } from '../admit.ts';
import { orFailed } from '../failed.ts';
import { textProblem } from '../free-text.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import { enter, showAnew } from '../record.ts';
import type { ActOutcome, UseCases } from '../use-cases.ts';
import { seenBy } from '../sight.ts';

type Adding = Parameters<UseCases['addReason']>[0];

const what = 'Nothing was added.';
const unknown = refuse('addition.unknown', { what, rule: 'This request does not exist here.' });
const enough = refuse('addition.enough', {
  what,
  rule: `At most ${mostAdditions} things can be added to a request.`,
  whoCan: 'Change your request instead: it is then asked for anew, in one text.',
});

async function put(
  house: House,
  tx: Writing,
  { ask, person }: { ask: Adding; person: Requester },
): Promise<Refusal | null> {
  const { requestId, caller } = ask;
  const record = await tx.requests.find(requestId);
  if (record === null) return unknown;
  const now = house.clock.now();
  const no = canAddTo({ record, who: person, now });
  if (no !== null) return no;
  const said = (await tx.desk.asking([requestId])).get(requestId)?.additions ?? [];
  if (said.length >= mostAdditions) return enough;
  const text = ask.text.trim();
  const { slackId } = person;
  await tx.desk.add({ requestId, slackId, text, at: now });
  await enter(tx, house, {
    kind: 'request.added-to',
    who: slackId,
    requestId,
    what: { text, digest: record.digest, via: caller.via },
  });
  await showAnew(tx, house, record);
  return null;
}

/** The requester says something more. It stands beside the request: what was asked for, and its digest, stay what people saw. */
export async function addReason(house: House, ask: Adding): Promise<ActOutcome> {
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  const problem = textProblem(ask.text, 'What you add');
  if (problem !== null) return noted(house, ask.caller, refuse('addition.text', { what, rule: problem }));
  return orFailed(house.log, async () => {
    const found = await seenBy(house, person).requests.find(ask.requestId);
    if (found === null) return noted(house, ask.caller, unknown);
    const no = await house.store.transact((tx) => put(house, tx, { ask, person }));
    if (no !== null) return noted(house, before(house, ask.caller, found), no);
    house.nudge();
    const sentence = `Added. It stands on the card, for everybody who decides. (${shortRequestId(ask.requestId)})`;
    return { kind: 'done', requestId: ask.requestId, sentence };
  });
}
