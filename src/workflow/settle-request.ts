import { Fault } from '#domain/fault.ts';
import type { Json } from '#domain/json.ts';
import { bindingsFor } from './attempt.ts';
import { compensate, offerAgain, settleMs, type Undone, unknownForMs } from './compensate.ts';
import { bindingsOf } from './effect-steps.ts';
import { endLeases } from './end-leases.ts';
import type { House } from './house.ts';
import type { Effect, PlannedRequest } from './ports/store.ts';
import type { CallContext } from './ports/vendor.ts';
import { prove } from './prove.ts';
import { enter, moveRequest } from './record.ts';

const system = 'system:settle';

/** What looking at OpenAI says about an attempt whose answer was lost. */
type Found = 'happened' | 'did-not-happen' | 'half' | 'not-yet-known' | 'needs-human';

async function lookFor(house: House, record: PlannedRequest, context: CallContext): Promise<Found> {
  const effects = (await house.store.read.requests.effects(record.terms.id)).filter(
    (effect) => effect.attempt === record.attempt,
  );
  const results: Record<string, Json> = {};
  let happened = 0;
  for (const step of record.terms.plan.steps) {
    const effect = effects.findLast((each) => each.stepId === step.id);
    if (effect === undefined) break;
    const seen = await prove(house, step, {
      bindings: { ...bindingsFor(house, record, results), ...bindingsOf(effect) },
      context,
    });
    if (seen.kind === 'contradictory') return 'needs-human';
    if (seen.kind === 'absent') {
      if (house.clock.now() - effect.startedAt < settleMs) return 'not-yet-known';
      break;
    }
    await house.store.transact((tx) => keepEvidence(tx, house, { effect, evidence: seen.evidence }));
    results[step.id] = seen.evidence;
    happened += 1;
  }
  if (happened === record.terms.plan.steps.length) return 'happened';
  return happened === 0 ? 'did-not-happen' : 'half';
}

async function keepEvidence(
  tx: Parameters<Parameters<House['store']['transact']>[0]>[0],
  house: House,
  found: { effect: Effect; evidence: Json },
): Promise<void> {
  const { effect, evidence } = found;
  const { requestId, attempt, position, resourceIds } = effect;
  const settled = await tx.requests.settleEffect(
    { requestId, attempt, position },
    { status: 'applied', answer: evidence, resourceIds, settledAt: house.clock.now() },
  );
  if (!settled) return;
  await enter(tx, house, {
    kind: 'call.settled',
    who: system,
    requestId,
    what: { attempt, position, step: effect.stepId, outcome: 'applied', evidence: 'read back' },
  });
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
      outcome: 'OpenAI’s lists contradict each other; two people have to look at it.',
    },
  } as const;
  await house.store.transact(async (tx) => {
    await endLeases(tx, house, { record, effects: await tx.requests.effects(record.terms.id) });
    await moveRequest(tx, house, { record, move: { ...ends[found], who: system } });
  });
  house.nudge();
}

async function settleSecret(house: House, record: PlannedRequest, context: CallContext): Promise<void> {
  const undone: Undone = await compensate(house, record, context);
  if (undone === 'needs-human') return conclude(house, record, 'needs-human');
  if (undone !== 'not-yet-known') await offerAgain(house, record, 'The key could not be shown, so it was taken back.');
}

async function settleOne(house: House, record: PlannedRequest): Promise<void> {
  const context: CallContext = { priority: 'work', cause: `request:${record.terms.id}` };
  const effects = await house.store.read.requests.effects(record.terms.id);
  const started = effects.find((effect) => effect.attempt === record.attempt)?.startedAt ?? record.createdAt;
  if (house.clock.now() - started > unknownForMs) return conclude(house, record, 'needs-human');
  if (record.terms.plan.delivery === 'collect') return settleSecret(house, record, context);
  const found = await lookFor(house, record, context);
  if (found !== 'not-yet-known') await conclude(house, record, found);
}

// More unknown requests than this at once means that OpenAI is down; the rest is looked at in the next round.
const MOST_A_ROUND = 20;

/** Leaves `unknown` on evidence only: what OpenAI shows now, or two people when that is not enough in time. */
export async function settleUnknown(house: House): Promise<number> {
  const unknown = await house.store.read.requests.list({ states: ['unknown'], limit: MOST_A_ROUND });
  for (const record of unknown) {
    try {
      await settleOne(house, record);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      house.log.warn(
        { request: record.terms.id, code: error.code },
        'OpenAI could not be asked about an unknown outcome',
      );
    }
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
