import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { admit, before, evidenceMs, noted } from './admit.ts';
import { type Electorate, electorateOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import { textProblem } from './free-text.ts';
import type { House } from './house.ts';
import type { Writing } from './ports/store.ts';
import type { ActOutcome, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

interface Talk {
  readonly ask: Pick<Parameters<UseCases['ask']>[0], 'caller' | 'requestId' | 'text'>;
  /** What is said: "The question". */
  readonly called: string;
  /** Where there is no such request; it also says what did not happen. */
  readonly unknown: Refusal;
  /** Puts it down; answers what whoever said it is told. */
  readonly put: (tx: Writing, by: { person: Requester; electorate: Electorate }) => Promise<string | Refusal>;
}

/** Somebody says something about a request that changes nothing of what was asked for. */
export async function talkAbout(house: House, { ask, called, unknown, put }: Talk): Promise<ActOutcome> {
  const person = await admit(house, ask.caller, evidenceMs);
  if (isRefusal(person)) return person;
  const problem = textProblem(ask.text, called);
  if (problem !== null) return noted(house, ask.caller, refuse('question.text', { what: unknown.what, rule: problem }));
  return orFailed(house.log, async () => {
    const found = await seenBy(house, person).requests.find(ask.requestId);
    if (found === null) return noted(house, ask.caller, unknown);
    const electorate = await electorateOf(house, found);
    const sentence = await house.store.transact((tx) => put(tx, { person, electorate }));
    if (isRefusal(sentence)) return noted(house, before(house, ask.caller, found), sentence);
    house.nudge();
    return { kind: 'done', requestId: ask.requestId, sentence };
  });
}
