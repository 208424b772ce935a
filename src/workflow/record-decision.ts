import { type Attention, canTryAgain, inattentive, refuseCareless } from '#approvals/attention.ts';
import { canDecide } from '#approvals/may.ts';
import type { Proof } from '#approvals/proof.ts';
import { missingSentence } from '#approvals/quorum.ts';
import type { Decision } from '#approvals/request.ts';
import { shortRequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { admitSeen, before, evidenceMs, noted } from './admit.ts';
import { unknownRequest } from './check-decision.ts';
import { absenceOf, type Electorate, electorateOf, quorumOf, standpointOf } from './electorate.ts';
import { explained } from './explained.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import { outOfTurn } from './out-of-turn.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter, mustMove } from './record.ts';
import { refuseComment } from './refuse-comment.ts';
import { refuseTired } from './refuse-tired.ts';
import { settleQuorum } from './settle-quorum.ts';
import { sightOf } from './sight-of.ts';
import { signedJson } from './step-up/signed-json.ts';
import type { ActOutcome, UseCases } from './use-cases.ts';
import { safeguardsNow } from './when-ready.ts';
import { seenBy } from './sight.ts';

type DecideAsk = Parameters<UseCases['decide']>[0];
type Person = { readonly personId: Decision['person']; readonly slackId: Decision['slackId']; readonly name: string };

const tooLate = refuse('decide.too-late', {
  what: 'Your decision was not counted.',
  rule: 'The request changed at the same moment. Look at the card: it shows how it stands now.',
});

interface Vote {
  readonly ask: DecideAsk;
  readonly person: Person;
  readonly electorate: Electorate;
  readonly proof: Proof | null;
  /** Age of what Slack said about this person, in milliseconds. */
  readonly evidenceAgeMs: number;
}

const attentionOf = ({ ask }: Vote): Attention => ask.attention ?? inattentive;

/** Why this vote does not count, looked up inside the transaction that would record it. */
async function mayNot(
  house: House,
  tx: Writing,
  { vote, record }: { vote: Vote; record: PlannedRequest },
): Promise<Refusal | null> {
  const { ask, person, electorate, proof } = vote;
  const decisions = await tx.requests.decisions(ask.requestId);
  const standpoint = standpointOf(house, electorate, { record, decisions, who: person });
  const no = canDecide(standpoint, ask.kind);
  if (no !== null) return explained(no, absenceOf(electorate, person));
  if (ask.digest !== record.digest) return tooLate;
  if (ask.kind === 'deny') return null;
  const early = outOfTurn({ record, electorate }, decisions, person);
  if (early !== null) return early;
  const given = { attention: attentionOf(vote), proof, now: house.clock.now() };
  return (
    refuseCareless(safeguardsNow(record, electorate), given, sightOf(record)) ??
    (await refuseTired(house, tx.requests, person))
  );
}

/** What makes a decision provable beside the decision itself. */
function evidenceOf(vote: Vote, now: number): JsonObject {
  const { openedAt, typed } = attentionOf(vote);
  return {
    via: vote.ask.caller.via,
    evidenceAgeMs: vote.evidenceAgeMs,
    dwellMs: openedAt === null ? null : now - openedAt,
    typed: typed !== null,
    proof: vote.proof?.kind ?? 'none',
  };
}

/** Writes a vote down, with everything that proves it. */
async function enterVote(house: House, tx: Writing, { vote, at }: { vote: Vote; at: Instant }): Promise<void> {
  const { ask, person, proof } = vote;
  const { requestId, kind, digest, comment } = ask;
  if (proof !== null) await tx.stepUp.keepProof(requestId, { person: person.personId, proof, at });
  const signed = proof === null ? {} : { signed: signedJson(house.deployment, person.personId, proof) };
  const what = { decision: kind, digest, comment, ...evidenceOf(vote, at), ...signed };
  await enter(tx, house, { kind: 'request.decided', who: person.slackId, requestId, what });
}

/** What an approval that was just recorded comes to. */
async function tally(
  house: House,
  tx: Writing,
  { vote, record }: { vote: Vote; record: PlannedRequest },
): Promise<string> {
  const { electorate, person } = vote;
  const decisions = await tx.requests.decisions(record.terms.id);
  const quorum = quorumOf(record, electorate, decisions);
  if (quorum.met) {
    return `Recorded: you approved it. ${await settleQuorum(tx, house, { record, electorate, decisions })}`;
  }
  const move = { event: 'approve-counted', who: person.slackId, outcome: '', inTime: true } as const;
  await mustMove(tx, house, { record, move });
  return `Recorded: you approved it. It still needs ${missingSentence(quorum.missing)}.`;
}

/** The one place where a vote is cast. Everything it decides on is read inside the transaction that records it. */
export async function castVote(house: House, tx: Writing, vote: Vote): Promise<string | Refusal> {
  const { ask, person } = vote;
  const record = await tx.requests.find(ask.requestId);
  if (record === null) return unknownRequest;
  const no = await mayNot(house, tx, { vote, record });
  // The window stays open and is sent again, under the same name.
  if (no !== null && canTryAgain(no)) return no;
  const { deliveryKey } = ask.caller;
  if (deliveryKey !== null && !(await tx.inbox.claim(deliveryKey, house.clock.now()))) return tooLate;
  if (no !== null) return no;
  const { requestId, kind, digest, comment } = ask;
  const { personId, slackId, name } = person;
  const at = house.clock.now();
  const proof = vote.proof?.kind ?? 'none';
  const isNew = await tx.requests.insertDecision({
    requestId,
    kind,
    person: personId,
    slackId,
    name,
    comment,
    digest,
    proof,
    at,
  });
  if (!isNew) return tooLate;
  await enterVote(house, tx, { vote, at });
  if (kind === 'deny') {
    const outcome = `Denied by ${name}: ${comment}`;
    await mustMove(tx, house, { record, move: { event: 'deny', who: slackId, outcome } });
    return 'Recorded: you denied it. Nothing will be sent.';
  }
  return tally(house, tx, { vote, record });
}

/** Records one person's approval or denial, on evidence that is at most a minute old. `proof`: that they were present, outside Slack. */
export async function recordDecision(house: House, ask: DecideAsk, proof: Proof | null = null): Promise<ActOutcome> {
  const admitted = await admitSeen(house, ask.caller, evidenceMs);
  if (isRefusal(admitted)) return admitted;
  const bad = refuseComment(ask);
  if (bad !== null) return noted(house, ask.caller, bad);
  return orFailed(house.log, async () => {
    const found = await seenBy(house, admitted.person).requests.find(ask.requestId);
    if (found === null) return noted(house, ask.caller, unknownRequest);
    const electorate = await electorateOf(house, found);
    const { person, seenAt } = admitted;
    const vote: Vote = { ask, person, electorate, proof, evidenceAgeMs: house.clock.now() - seenAt };
    const result = await house.store.transact((tx) => castVote(house, tx, vote));
    if (isRefusal(result)) return noted(house, before(house, ask.caller, found), result);
    house.nudge();
    const sentence = `${result} (${shortRequestId(ask.requestId)})`;
    const canTakeBack = ask.kind === 'approve' && house.policy().policy.takeBackMs > 0;
    return { kind: 'done', requestId: ask.requestId, sentence, canTakeBack };
  });
}
