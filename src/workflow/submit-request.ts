import { isOver } from '#approvals/deadline.ts';
import type { Proof } from '#approvals/proof.ts';
import { shortRequestId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { missingSentence } from '#approvals/quorum.ts';
import { beginAsking, firstAsked } from './asking/begin-asking.ts';
import type { Candidate } from './asking/pool.ts';
import { cancelChanged } from './change-request.ts';
import { countSuggestion, takenBy } from './count-suggestion.ts';
import { changeLine } from './request-lines.ts';
import { admit, before, noted } from './admit.ts';
import { electorateOf, quorumOf } from './electorate.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter, mustMove } from './record.ts';
import { heldNow } from './rollout/held-now.ts';
import { refuseAgain, refuseFlood } from './refuse-flood.ts';
import { refuseSkewed } from './refuse-skewed.ts';
import { tellOthers, type Word, wordFor } from './tell-others.ts';
import { refuseUnproven } from './step-up/own-proof.ts';
import { signedJson } from './step-up/signed-json.ts';
import { typeToConfirm } from './type-to-confirm.ts';
import { approveUnder, whatRuns } from './warrants/approve-under.ts';
import { refuseWarrant, runsOnQuorum } from './warrants/warrant.ts';
import type { ActOutcome, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

type SubmitAsk = Omit<Parameters<UseCases['submit']>[0], 'code'>;

const tooOld = refuse('submit.too-old', {
  what: 'This preview is too old to be sent.',
  rule: 'A preview may stand open for 30 minutes, because what it shows was read when it was opened.',
  whoCan: 'You: ask again, it takes a moment.',
});

/** It was drafted in earnest; approved so, it would stop at the claim. */
const plannedOnly = (held: string): Refusal =>
  refuse('submit.plan-only', {
    what: 'This was not sent.',
    rule: `It would be planned only by now, because ${held}.`,
    whoCan: 'You: ask again, and it goes through as a plan.',
  });

function mayNotSend(house: House, record: PlannedRequest | null, ask: SubmitAsk): Refusal | null {
  if (record === null || record.terms.requester.slackId !== ask.caller.slackId) {
    return refuse('submit.not-yours', {
      what: 'This preview is not yours.',
      rule: 'Only the person who asked can send a request.',
    });
  }
  // Its half hour ended it; that it was never sent is what the person has to know.
  if (record.state === 'expired') return tooOld;
  if (record.state !== 'draft') {
    return refuse('submit.sent', { what: 'This was already sent.', rule: 'A preview is sent once.' });
  }
  if (isOver(record.deadline, house.clock.now())) return tooOld;
  const name = typeToConfirm(house, record);
  if (name !== null && ask.typedName?.trim() !== name) {
    return refuse('submit.typed-name', {
      what: 'This was not sent.',
      rule: `${record.terms.plan.target.name} is in production: type ${name} exactly to confirm.`,
    });
  }
  return null;
}

/** What is entered when something is sent. */
interface Asked {
  readonly record: PlannedRequest;
  /** Through which door. */
  readonly via: string;
  /** What its requester proved with that it is they; left out, the door alone says so. */
  readonly proof?: Proof | null;
}

/** Enters what was asked for, in the transaction that sends it. */
export async function enterAsked(
  house: House,
  tx: Writing,
  { record, via, proof = null }: Asked,
): Promise<PlannedRequest> {
  const { terms } = record;
  await enter(tx, house, {
    kind: 'request.made',
    who: terms.requester.slackId,
    requestId: terms.id,
    what: {
      operation: terms.plan.operation,
      digest: record.digest,
      tier: terms.plan.tier,
      reason: terms.reason,
      rule: terms.rule,
      policy: terms.policyDigest,
      mode: terms.mode,
      via,
      ...(terms.held === undefined ? {} : { held: terms.held }),
      ...(proof === null
        ? {}
        : { proof: proof.kind, signed: signedJson(house.deployment, terms.requester.personId, proof) }),
      target: { ...terms.plan.target },
      changes: terms.plan.changes.map(changeLine),
    },
  });
  return mustMove(tx, house, {
    record,
    move: { event: 'submit', who: terms.requester.slackId, outcome: '', inTime: true },
  });
}

interface Sending extends Asked {
  /** Whom its card names. */
  readonly people: readonly Candidate[];
  /** For whoever hears of it without being asked. */
  readonly word: Word;
}

async function send(house: House, tx: Writing, { word, people, ...asked }: Sending): Promise<PlannedRequest> {
  const sent = await enterAsked(house, tx, asked);
  await tellOthers(tx, house, { ...word, record: asked.record });
  if (!runsOnQuorum(sent)) return approveUnder(tx, house, sent);
  await beginAsking(tx, house, { record: sent, people });
  return sent;
}

function keepProof(tx: Writing, house: House, { record, proof }: { record: PlannedRequest; proof: Proof }) {
  const { id, requester } = record.terms;
  return tx.stepUp.keepProof(id, { person: requester.personId, proof, at: house.clock.now() });
}

/** Sends a draft to the approvers, exactly as it was previewed. */
export async function submitRequest(house: House, ask: SubmitAsk, proof: Proof | null = null): Promise<ActOutcome> {
  const requester = await admit(house, ask.caller);
  if (isRefusal(requester)) return requester;
  return orFailed(house.log, async () => {
    const found = await seenBy(house, requester).requests.find(ask.requestId);
    const no = mayNotSend(house, found, ask);
    if (found === null || no !== null) return noted(house, ask.caller, no ?? tooOld);
    const caller = before(house, ask.caller, found);
    const skewed = refuseSkewed(house, found.terms.plan.operation);
    if (skewed !== null) return noted(house, caller, skewed);
    const electorate = await electorateOf(house, found);
    if (electorate.today.kind === 'deny') return noted(house, caller, electorate.today.refusal);
    const held = heldNow(found, electorate.today);
    if (held !== null) return noted(house, caller, plannedOnly(held));
    const again = await refuseAgain(house, seenBy(house, requester).requests, found);
    if (again !== null) return noted(house, caller, again);
    const word = wordFor(found, electorate);
    const taken = await takenBy(house, found);
    const people = runsOnQuorum(found) ? await firstAsked(house, found, electorate) : [];
    const sent = await house.store.transact(async (tx) => {
      const record = await tx.requests.find(ask.requestId);
      const no = mayNotSend(house, record, ask);
      if (no !== null || record === null) return no ?? tooOld;
      const unproven = refuseUnproven(record, proof);
      if (unproven !== null) return unproven;
      // Kept first, because the warrant is looked at together with it, here and at the claim.
      if (proof !== null) await keepProof(tx, house, { record, proof });
      const refusal = (await refuseFlood(house, tx.requests, record)) ?? (await refuseWarrant(tx, house, record));
      const stop = refusal ?? (await cancelChanged(house, tx, record));
      if (stop !== null) return stop;
      const pending = await send(house, tx, { record, people, word, via: ask.caller.via, proof });
      const said = taken === null ? '' : await countSuggestion(house, tx, { record: pending, taken, electorate });
      return { pending, said };
    });
    if (isRefusal(sent)) return noted(house, caller, sent);
    house.nudge();
    const { pending, said } = sent;
    const decisions = await seenBy(house, requester).requests.decisions(ask.requestId);
    const needs = missingSentence(quorumOf(pending, electorate, decisions).missing) || 'nobody else';
    const next = runsOnQuorum(pending) ? `It needs ${needs}.` : whatRuns(pending);
    const only = pending.terms.held === undefined ? '' : ` It is planned only, because ${pending.terms.held}.`;
    return {
      kind: 'done',
      requestId: ask.requestId,
      sentence: `Sent as ${shortRequestId(ask.requestId)}. ${said === '' ? '' : `${said} `}${next}${only} Countersign will write to you.`,
    };
  });
}
