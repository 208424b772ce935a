import { canDecide } from '#approvals/may.ts';
import { missingSentence } from '#approvals/quorum.ts';
import type { Proof } from '#approvals/proof.ts';
import type { Decision } from '#approvals/request.ts';
import { shortRequestId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { hasHiddenCharacters } from '#domain/printable.ts';
import { holdsRawKey } from '#domain/raw-key.ts';
import { admit, evidenceMs, noted } from './admit.ts';
import { drawPicture } from './draw-picture.ts';
import { explained } from './explained.ts';
import { absenceOf, type Electorate, electorateOf, quorumOf, standpointOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter, mustMove } from './record.ts';
import { settleQuorum } from './settle-quorum.ts';
import type { ActOutcome, CheckOutcome, UseCases } from './use-cases.ts';

type DecideAsk = Parameters<UseCases['decide']>[0];
type Person = { readonly personId: Decision['person']; readonly slackId: Decision['slackId']; readonly name: string };

const unknownRequest = refuse('decide.unknown', {
  what: 'This request does not exist here.',
  rule: 'A decision is taken on a request of this installation.',
});

const tooLate = refuse('decide.too-late', {
  what: 'Your decision was not counted.',
  rule: 'The request changed at the same moment. Look at the card: it shows how it stands now.',
});

interface Look {
  readonly record: PlannedRequest;
  readonly decisions: readonly Decision[];
  readonly person: Person;
  readonly electorate: Electorate;
}

function mayNot(house: House, kind: Decision['kind'], look: Look): Refusal | null {
  const { record, decisions, person, electorate } = look;
  const no = canDecide(standpointOf(house, electorate, { record, decisions, who: person }), kind);
  return no === null ? null : explained(no, absenceOf(electorate, person));
}

/** Whether this person could decide now. Asks Slack afresh, so that the decision itself can commit on evidence of this minute. */
export async function checkDecision(house: House, ask: Parameters<UseCases['check']>[0]): Promise<CheckOutcome> {
  const person = await admit(house, ask.caller, 0);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const record = await house.store.read.requests.find(ask.requestId);
    if (record === null) return noted(house, ask.caller, unknownRequest);
    const electorate = await electorateOf(house, record);
    const decisions = await house.store.read.requests.decisions(ask.requestId);
    const no = mayNot(house, ask.kind, { record, decisions, person, electorate });
    if (no !== null) return noted(house, ask.caller, no);
    return { kind: 'may', picture: await drawPicture(house, record) };
  });
}

interface Vote {
  readonly ask: DecideAsk;
  readonly person: Person;
  readonly electorate: Electorate;
  readonly proof: Proof | null;
}

/** The one place where a vote is cast. Everything it decides on is read inside the transaction that records it. */
async function castVote(house: House, tx: Writing, vote: Vote): Promise<string | Refusal> {
  const { ask, person, electorate, proof } = vote;
  const key = ask.caller.deliveryKey;
  if (key !== null && !(await tx.inbox.claim(key, house.clock.now()))) return tooLate;
  const record = await tx.requests.find(ask.requestId);
  if (record === null) return unknownRequest;
  const decisions = await tx.requests.decisions(ask.requestId);
  const no = mayNot(house, ask.kind, { record, decisions, person, electorate });
  if (no !== null) return no;
  if (ask.digest !== record.digest) return tooLate;
  const { personId, slackId, name } = person;
  const decision: Decision = {
    requestId: ask.requestId,
    kind: ask.kind,
    person: personId,
    slackId,
    name,
    comment: ask.comment,
    digest: ask.digest,
    proof: proof?.kind ?? 'none',
    at: house.clock.now(),
  };
  if (!(await tx.requests.insertDecision(decision))) return tooLate;
  await enter(tx, house, {
    kind: 'request.decided',
    who: slackId,
    requestId: ask.requestId,
    what: { decision: ask.kind, digest: ask.digest, comment: ask.comment, via: ask.caller.via, proof: decision.proof },
  });
  if (ask.kind === 'deny') {
    const outcome = `Denied by ${name}: ${ask.comment}`;
    await mustMove(tx, house, { record, move: { event: 'deny', who: slackId, outcome } });
    return 'Recorded: you denied it. Nothing will be sent.';
  }
  const now = await tx.requests.decisions(ask.requestId);
  const quorum = quorumOf(record, electorate, now);
  if (!quorum.met) {
    await mustMove(tx, house, {
      record,
      move: { event: 'approve-counted', who: slackId, outcome: '', inTime: true },
    });
    return `Recorded: you approved it. It still needs ${missingSentence(quorum.missing)}.`;
  }
  return `Recorded: you approved it. ${await settleQuorum(tx, house, { record, electorate, decisions: now })}`;
}

function badComment(ask: DecideAsk): Refusal | null {
  const what = 'Your decision was not recorded.';
  if (holdsRawKey(ask.comment))
    return refuse('decide.raw-key', { what, rule: 'The comment looks as if it held a secret key. Leave it out.' });
  if (ask.comment.length > 500)
    return refuse('decide.comment', { what, rule: 'A comment may have at most 500 characters.' });
  if (hasHiddenCharacters(ask.comment)) {
    const rule = 'The comment holds invisible or control characters; type it again without them.';
    return refuse('decide.comment', { what, rule });
  }
  if (ask.kind === 'deny' && ask.comment.trim().length < 3) {
    return refuse('decide.no-reason', {
      what,
      rule: 'A denial needs a reason, so that the other person can do better.',
    });
  }
  return null;
}

/** Records one person's approval or denial, on evidence that is at most a minute old. `proof`: that they were present, outside Slack. */
export async function recordDecision(house: House, ask: DecideAsk, proof: Proof | null = null): Promise<ActOutcome> {
  const person = await admit(house, ask.caller, evidenceMs);
  if (isRefusal(person)) return person;
  const bad = badComment(ask);
  if (bad !== null) return noted(house, ask.caller, bad);
  return orFailed(house.log, async () => {
    const found = await house.store.read.requests.find(ask.requestId);
    if (found === null) return noted(house, ask.caller, unknownRequest);
    const electorate = await electorateOf(house, found);
    const result = await house.store.transact((tx) => castVote(house, tx, { ask, person, electorate, proof }));
    if (isRefusal(result)) return noted(house, ask.caller, result);
    house.nudge();
    return { kind: 'done', requestId: ask.requestId, sentence: `${result} (${shortRequestId(ask.requestId)})` };
  });
}
