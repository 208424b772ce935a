import { canDecide } from '#approvals/may.ts';
import { decideUntil } from '#approvals/deadline.ts';
import { shortRequestId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import { stillToCome } from '#policy/later.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { admit, before, noted } from './admit.ts';
import { electorateOf, electors, standpointOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter, tellRequester } from './record.ts';
import type { ActOutcome, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

type StepAside = Parameters<UseCases['stepAside']>[0];

const unknown = refuse('aside.unknown', {
  what: 'This request does not exist here.',
  rule: 'One steps aside from a request of this installation.',
});

const already = refuse('aside.already', {
  what: 'Nothing was changed.',
  rule: 'It stands like this already.',
});

/** Whoever could still decide and has not said that it is not for them, once this person has. */
async function others(
  tx: Writing,
  { record, people }: { record: PlannedRequest; people: readonly string[] },
): Promise<number> {
  const { id } = record.terms;
  const aside = new Set<string>((await tx.desk.aside([id])).get(id));
  const decided = new Set<string>((await tx.requests.decisions(id)).map(({ person }) => person));
  return people.filter((person) => !aside.has(person) && !decided.has(person)).length;
}

/** A message of its own: one that is only updated rings no phone. What stands under the digest is not brought forward by it. */
async function tellNobodyLeft(tx: Writing, house: House, record: PlannedRequest): Promise<void> {
  const now = house.clock.now();
  const { id, plan, requester, requirements } = record.terms;
  const [next] = stillToCome(requirements, decideUntil(record)).filter(({ at }) => at > now);
  const then =
    next === undefined
      ? 'Speak to one of them: from the card they still can. Or cancel it.'
      : `From ${utcMinute(next.at)} ${next.from} is asked.`;
  const text = `Everybody who could decide on ${shortRequestId(id)} (${oneLine(plan.title, 100)}) has said that it is not for them. ${then}`;
  const payload = { text, channel: requester.slackId };
  await tx.outbox.put({ kind: 'notice', key: `nobody-left:${id}`, lane: 'normal', payload, notBefore: now }, now);
}

/**
 * Says that a request is not for this person, or that it is after all. It leaves their list and nobody reminds them; they may still decide
 * from the card, because stepping aside gives nothing away.
 */
export async function stepAside(house: House, ask: StepAside): Promise<ActOutcome> {
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const found = await seenBy(house, person).requests.find(ask.requestId);
    if (found === null) return noted(house, ask.caller, unknown);
    const electorate = await electorateOf(house, found);
    const people = electors(electorate).map((elector) => elector.person);
    const result = await house.store.transact(async (tx): Promise<number | Refusal> => {
      const record = await tx.requests.find(ask.requestId);
      if (record === null) return unknown;
      const decisions = await tx.requests.decisions(ask.requestId);
      const no = canDecide(standpointOf(house, electorate, { record, decisions, who: person }), 'approve');
      if (no !== null) return no;
      const { personId, slackId } = person;
      const row = { requestId: ask.requestId, person: personId, slackId, at: house.clock.now() };
      const isDone = ask.back ? await tx.desk.comeBack(row) : await tx.desk.stepAside(row);
      if (!isDone) return already;
      const kind = ask.back ? 'approver.returned' : 'approver.stepped-aside';
      await enter(tx, house, { kind, who: slackId, requestId: ask.requestId, what: { via: ask.caller.via } });
      const left = await others(tx, { record, people });
      await tellRequester(tx, house, record);
      if (left === 0) await tellNobodyLeft(tx, house, record);
      await tx.desk.hurry(ask.requestId, house.clock.now());
      return left;
    });
    if (isRefusal(result)) return noted(house, before(house, ask.caller, found), result);
    house.nudge();
    return { kind: 'done', requestId: ask.requestId, sentence: sentenceOf(ask, result) };
  });
}

function sentenceOf({ back, requestId }: StepAside, left: number): string {
  const id = shortRequestId(requestId);
  if (back) return `${id} is on your list again.`;
  const rest =
    left === 0
      ? 'Nobody is left who could decide, and whoever asked is told.'
      : `${left} ${left === 1 ? 'other person' : 'others'} can decide.`;
  return `${id} has left your list and nobody reminds you of it. ${rest} From its card you can still decide.`;
}
