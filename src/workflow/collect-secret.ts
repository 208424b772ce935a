import { canCollect } from '#approvals/may.ts';
import { shortRequestId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { admit, noted } from './admit.ts';
import { type Attempt, claim, type Run, runSteps } from './attempt.ts';
import { electorateOf, standpointOf } from './electorate.ts';
import { compensate, offerAgain } from './compensate.ts';
import { finish, turnBack } from './execute-request.ts';
import { frozenOver, notSent } from './execute-step.ts';
import { orFailed } from './failed.ts';
import { handOver } from './hand-over.ts';
import type { House } from './house.ts';
import { passGates } from './pass-gates.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { CallContext } from './ports/vendor.ts';
import { moveRequest } from './record.ts';
import type { ActOutcome, Failed, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

type CollectAsk = Parameters<UseCases['collect']>[0];

const nothingHere = refuse('collect.unknown', {
  what: 'There is nothing to collect here.',
  rule: 'A key is collected from the request that was approved for it.',
});

const pressedTwice = refuse('collect.pressed-twice', {
  what: 'Your key is already being made.',
  rule: 'A key is made once. Look at the window that opened first, or press again when the request says so.',
});

// Of a step that was never sent: the same may be tried again.
const heldBack: readonly string[] = [notSent, frozenOver];

function contextFor(ask: CollectAsk): CallContext {
  return {
    priority: 'click',
    cause: `request:${ask.requestId}`,
    onWait: ({ ahead, seconds }) =>
      ask.onWait(`${ahead} ahead of you at OpenAI’s limit, about ${Math.ceil(seconds)} s`),
  };
}

/** Whatever went wrong, nothing that was made stays: it is deleted now, or the settler goes on deleting. */
async function takeBack(house: House, attempt: Attempt, why: string): Promise<Failed> {
  const undone = await compensate(house, attempt.record, attempt.context).catch(() => 'not-yet-known' as const);
  if (undone === 'undone' || undone === 'nothing-there') {
    await offerAgain(house, attempt.record, why);
    return { kind: 'failed', sentence: `${why} Nothing is left behind; press Make my key again.` };
  }
  await finish(house, attempt.record, { event: 'settle-unknown', outcome: `${why} What was made is being deleted.` });
  return { kind: 'failed', sentence: `${why} What was made is being deleted; you will hear when you can press again.` };
}

function whyStopped(run: Extract<Run, { kind: 'stopped' }>): string {
  return `The key could not be made (${run.step.title}: ${run.why.sentence}).`;
}

async function makeAndShow(house: House, attempt: Attempt, ask: CollectAsk): Promise<ActOutcome> {
  const run = await runSteps(house, attempt);
  if (run.kind === 'stopped') {
    if (run.why.kind === 'not-applied' && run.applied === 0 && !heldBack.includes(run.why.code)) {
      await finish(house, attempt.record, {
        event: 'settle-not-applied',
        outcome: `OpenAI refused, so nothing was made. ${run.why.sentence}`,
      });
      return { kind: 'failed', sentence: `OpenAI refused: ${run.why.sentence}` };
    }
    return takeBack(house, attempt, whyStopped(run));
  }
  const seen = await handOver(house, attempt.record, { run, show: ask.show });
  if (!seen) return takeBack(house, attempt, 'The key could not be shown, so it was taken back.');
  await finish(house, attempt.record, {
    event: 'settle-applied',
    outcome: `Collected by ${attempt.record.terms.requester.name}.`,
  });
  const sentence = `${shortRequestId(ask.requestId)}: this key is shown once. Keep it in a safe place.`;
  return { kind: 'done', requestId: ask.requestId, sentence };
}

async function start(house: House, record: PlannedRequest, ask: CollectAsk): Promise<Attempt | Refusal | Failed> {
  const context = contextFor(ask);
  const gates = await passGates(house, record, context);
  if (gates.kind !== 'open') {
    await turnBack(house, record, gates);
    return { kind: 'failed', sentence: `Nothing was made: ${gates.sentence}` };
  }
  const claimed = await claim(house, record, { who: ask.caller.slackId, passed: gates });
  return claimed === null ? pressedTwice : { record: claimed, context };
}

/** Makes an approved secret at the moment its requester asks for it, and shows it to this person once. */
export async function collectSecret(house: House, ask: CollectAsk): Promise<ActOutcome> {
  const person = await admit(house, ask.caller, 0);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const record = await seenBy(house, person).requests.find(ask.requestId);
    if (record === null) return noted(house, ask.caller, nothingHere);
    const decisions = await seenBy(house, person).requests.decisions(ask.requestId);
    const electorate = await electorateOf(house, record);
    const no = canCollect(standpointOf(house, electorate, { record, decisions, who: person }));
    if (no !== null) return noted(house, ask.caller, no);
    const attempt = await start(house, record, ask);
    if (isRefusal(attempt)) return noted(house, ask.caller, attempt);
    if ('kind' in attempt) return attempt;
    try {
      return await makeAndShow(house, attempt, ask);
    } catch (error) {
      house.log.error({ err: error, request: ask.requestId }, 'Making a key failed half-way');
      await house.store.transact((tx) =>
        moveRequest(tx, house, {
          record: attempt.record,
          move: { event: 'settle-unknown', who: 'system:collect', outcome: 'Making the key failed half-way.' },
        }),
      );
      house.nudge();
      return {
        kind: 'failed',
        sentence:
          'Making the key failed half-way. What was made is being deleted; you will hear when you can press again.',
      };
    }
  });
}
