import { Fault } from '#domain/fault.ts';
import type { Json } from '#domain/json.ts';
import { pathTemplateOf } from '#operations/endpoint.ts';
import type { Step } from '#operations/plan.ts';
import { stepsAwaited } from '#operations/template.ts';
import { bindingsFor } from './attempt.ts';
import { compensate, offerAgain, settleMs, startOf, type Undone, unknownForMs } from './compensate.ts';
import { bindingsOf } from './effect-steps.ts';
import { endLeases } from './end-leases.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { CallContext } from './ports/vendor.ts';
import { prove } from './prove.ts';
import { moveRequest } from './record.ts';
import { settleByReading } from './settle-effect.ts';

const system = 'system:settle';

/** What looking at OpenAI says about an attempt whose answer was lost. */
type Found = 'happened' | 'did-not-happen' | 'half' | 'not-yet-known' | 'needs-human';

/** Compares nothing but the id of what the call itself names, and so proves only that it is there, as it was before. */
function provesOnlyThere({ call, proof }: Step): boolean {
  return (
    proof.by === 'equals' &&
    Object.keys(proof.where).every((path) => path === 'id') &&
    pathTemplateOf(call.endpoint).startsWith(pathTemplateOf(proof.read.endpoint))
  );
}

/** A proof that waits for the step's own answer: nothing the vendor shows tells whether it happened. */
function isProvenByAnswer(step: Step): boolean {
  const { id, proof } = step;
  return provesOnlyThere(step) || (proof.by !== 'gone' && stepsAwaited(proof.where).includes(id));
}

async function lookFor(house: House, record: PlannedRequest, context: CallContext): Promise<Found> {
  const effects = (await house.store.read.requests.effects(record.terms.id)).filter(
    (effect) => effect.attempt === record.attempt && effect.part === 'step',
  );
  const results: Record<string, Json> = {};
  let happened = 0;
  for (const step of record.terms.plan.steps) {
    const effect = effects.findLast((each) => each.stepId === step.id);
    if (effect === undefined) break;
    if (isProvenByAnswer(step)) {
      // No read shows this change, so without its answer only people can say.
      if (effect.status !== 'applied') return 'not-yet-known';
      results[step.id] = effect.answer;
      happened += 1;
      continue;
    }
    const seen = await prove(house, step, {
      bindings: { ...bindingsFor(house, record, results), ...bindingsOf(effect) },
      context,
    });
    if (seen.kind === 'contradictory') return 'needs-human';
    const isAbsent = seen.kind === 'absent';
    if (isAbsent && house.clock.now() - effect.startedAt < settleMs) return 'not-yet-known';
    // OpenAI said yes, and after all this time does not show it: two answers of which one is wrong.
    if (isAbsent && effect.status === 'applied') return 'needs-human';
    const evidence = isAbsent ? null : seen.evidence;
    const status = isAbsent ? 'not-applied' : 'applied';
    await house.store.transact((tx) => settleByReading(tx, house, { key: effect, status, evidence }));
    if (isAbsent) break;
    results[step.id] = evidence;
    happened += 1;
  }
  if (happened === record.terms.plan.steps.length) return 'happened';
  return happened === 0 ? 'did-not-happen' : 'half';
}

async function conclude(house: House, record: PlannedRequest, found: Exclude<Found, 'not-yet-known'>): Promise<void> {
  const ends = {
    happened: {
      event: 'reconcile-applied',
      outcome: 'Done; the answer was lost, and reading OpenAI back shows that it happened.',
    },
    'did-not-happen': {
      event: 'reconcile-not-applied',
      outcome: 'Nothing was changed: reading OpenAI back shows that it did not happen.',
    },
    half: { event: 'reconcile-partial', outcome: 'Only a part of it happened, as reading OpenAI back shows.' },
    'needs-human': {
      event: 'ask-human',
      outcome: 'What OpenAI shows does not say whether this happened; two people have to look at it.',
    },
  } as const;
  await house.store.transact(async (tx) => {
    await endLeases(tx, house, { record, effects: await tx.requests.effects(record.terms.id) });
    await moveRequest(tx, house, { record, move: { ...ends[found], who: system } });
  });
  house.nudge();
}

/** Takes back what was made for a secret that nobody saw. Answers what remains to be concluded. */
async function settleSecret(house: House, record: PlannedRequest, context: CallContext): Promise<Found | 'offered'> {
  const undone: Undone = await compensate(house, record, context);
  if (undone === 'needs-human' || undone === 'not-yet-known') return undone;
  await offerAgain(house, record, 'The key could not be shown, so it was taken back.');
  return 'offered';
}

async function settleOne(house: House, record: PlannedRequest): Promise<void> {
  const context: CallContext = { priority: 'work', cause: `request:${record.terms.id}` };
  const isLate = house.clock.now() - (await startOf(house, record)) > unknownForMs;
  const look = record.terms.plan.delivery === 'collect' ? settleSecret : lookFor;
  const found = await look(house, record, context).catch((error: unknown): Found => {
    if (!(error instanceof Fault)) throw error;
    const { code } = error;
    house.log.warn({ request: record.terms.id, code }, 'OpenAI could not be asked about an unknown outcome');
    return 'not-yet-known';
  });
  if (found === 'offered') return;
  // Evidence counts however late it comes; only when there is none does time run out.
  if (found !== 'not-yet-known') await conclude(house, record, found);
  else if (isLate) await conclude(house, record, 'needs-human');
}

// More unknown requests than this at once means that OpenAI is down; the rest is looked at in the next round.
const MOST_A_ROUND = 20;

/** Leaves `unknown` on evidence only: what OpenAI shows now, or two people when that is not enough in time. */
export async function settleUnknown(house: House): Promise<number> {
  const unknown = await house.store.read.requests.list({ states: ['unknown'], limit: MOST_A_ROUND });
  for (const record of unknown) {
    await settleOne(house, record).catch((error: unknown) => {
      house.log.error({ err: error, request: record.terms.id }, 'Settling an unknown outcome failed');
    });
  }
  return unknown.length;
}

/** At start: an attempt that a crash interrupted is unknown, whatever its last row says. */
export async function recoverInterrupted(house: House): Promise<number> {
  const interrupted = await house.store.read.requests.list({ states: ['executing'], limit: 1000 });
  for (const record of interrupted) {
    const outcome = 'Countersign stopped while this was being carried out. OpenAI is being asked what happened.';
    await house.store.transact((tx) =>
      moveRequest(tx, house, { record, move: { event: 'settle-unknown', who: 'system:recover', outcome } }),
    );
  }
  return interrupted.length;
}
