import type { Json } from '#domain/json.ts';
import { type Instant, minuteMs } from '#domain/instant.ts';
import { bindingsOf } from './effect-steps.ts';
import { endLeases } from './end-leases.ts';
import { notSent, takeStep } from './execute-step.ts';
import type { House } from './house.ts';
import type { Effect, PlannedRequest } from './ports/requests.ts';
import type { CallContext } from './ports/vendor.ts';
import { prove } from './prove.ts';
import { enter, moveRequest } from './record.ts';
import { bindingsFor } from './attempt.ts';

/** An answer that was lost can show up this long after; until then, not finding it proves nothing (no vendor promise exists). */
export const settleMs = 90_000;

export type Undone = 'undone' | 'nothing-there' | 'not-yet-known' | 'needs-human';

/** Answers of the steps of this attempt that happened, looked up at the vendor where our own record does not know. */
async function resultsOf(
  house: House,
  record: PlannedRequest,
  context: CallContext,
): Promise<Record<string, Json> | 'not-yet-known' | 'needs-human'> {
  const results: Record<string, Json> = {};
  const effects = (await house.store.read.requests.effects(record.terms.id)).filter(
    (effect) => effect.attempt === record.attempt && effect.part === 'step',
  );
  for (const effect of effects) {
    if (effect.status === 'applied') results[effect.stepId] = effect.answer;
    if (effect.status !== 'unknown' && effect.status !== 'intent') continue;
    const step = record.terms.plan.steps.find((each) => each.id === effect.stepId);
    // Steps that only hang on an account go with it; they need no proof of their own.
    if (step === undefined || results['account'] !== undefined) continue;
    const seen = await prove(house, step, { bindings: bindingsOf(effect), context });
    if (seen.kind === 'contradictory') return 'needs-human';
    if (seen.kind === 'applied') results[effect.stepId] = seen.evidence;
    else if (house.clock.now() - effect.startedAt < settleMs) return 'not-yet-known';
  }
  return results;
}

/** When the first call of the present attempt was about to be sent. */
export async function startOf(house: House, record: PlannedRequest): Promise<Instant> {
  const effects = await house.store.read.requests.effects(record.terms.id);
  return effects.find((effect) => effect.attempt === record.attempt)?.startedAt ?? record.createdAt;
}

async function nextPosition(house: House, record: PlannedRequest): Promise<number> {
  const effects = await house.store.read.requests.effects(record.terms.id);
  return (
    1 +
    effects
      .filter((effect) => effect.attempt === record.attempt)
      .reduce((most: number, each: Effect) => Math.max(most, each.position), 0)
  );
}

/**
 * Takes back what an attempt made whose secret reached nobody, by the compensation that was approved with the plan. Safe to repeat:
 * it deletes only what it finds.
 */
export async function compensate(house: House, record: PlannedRequest, context: CallContext): Promise<Undone> {
  const results = await resultsOf(house, record, context);
  if (typeof results === 'string') return results;
  if (Object.keys(results).length === 0) return 'nothing-there';
  const isYoung = house.clock.now() - (await startOf(house, record)) < settleMs;
  for (const step of record.terms.plan.compensations) {
    const bindings = bindingsFor(house, record, results);
    const position = await nextPosition(house, record);
    const sent = await takeStep(house, { record, part: 'compensation', step, position, bindings, context });
    if (sent.kind === 'not-applied' && sent.code !== notSent) return 'needs-human';
    const seen = await prove(house, step, { bindings, context });
    if (seen.kind !== 'applied') return 'not-yet-known';
    // "Not found" so soon after the creation can mean "not there yet"; only an answered deletion proves it at once.
    const isAnswered = sent.kind === 'applied' && sent.answer !== null;
    if (!isAnswered && isYoung) return 'not-yet-known';
  }
  return 'undone';
}

const gaveUp = (record: PlannedRequest) =>
  record.state === 'unknown' ? ('reconcile-not-applied' as const) : ('settle-not-applied' as const);

/** After a compensation: the same approval covers making the secret again, as often as the plan says. */
export async function offerAgain(house: House, record: PlannedRequest, why: string): Promise<void> {
  const { plan } = record.terms;
  const left = plan.attempts - record.attempt;
  const move =
    left > 0
      ? { event: 'collect-again' as const, outcome: `${why} You can make it again.` }
      : { event: gaveUp(record), outcome: `${why} It was tried ${plan.attempts} times; ask again.` };
  await house.store.transact(async (tx) => {
    const moved = await moveRequest(tx, house, { record, move: { ...move, who: 'system:compensate' } });
    if (moved === null) return;
    await endLeases(tx, house, { record, effects: await tx.requests.effects(record.terms.id) });
    await enter(tx, house, {
      kind: 'secret.lost',
      who: 'system:compensate',
      requestId: record.terms.id,
      what: { attempt: record.attempt, attemptsLeft: left, why },
    });
  });
  house.nudge();
}

// A person should look at it while those involved still remember; security-minded defaults elsewhere say the same.
export const unknownForMs = 15 * minuteMs;
