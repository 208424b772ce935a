import type { Json, JsonObject } from '#domain/json.ts';
import { Fault } from '#domain/fault.ts';
import { type Instant, minuteMs } from '#domain/instant.ts';
import type { Plan } from '#operations/plan.ts';
import { stepsAwaited } from '#operations/template.ts';
import { bindingsOf, stepOf } from './effect-steps.ts';
import { endLeases } from './end-leases.ts';
import { notSent, takeStep } from './execute-step.ts';
import type { House } from './house.ts';
import type { Effect, PlannedRequest } from './ports/requests.ts';
import type { CallContext } from './ports/vendor.ts';
import { prove } from './prove.ts';
import { enter, moveRequest } from './record.ts';
import { type SeenOfEffect, settleByReading } from './settle-effect.ts';
import { bindingsFor } from './attempt.ts';

/** An answer that was lost can show up this long after; until then, not finding it proves nothing (no vendor promise exists). */
export const settleMs = 90_000;

export type Undone = 'undone' | 'nothing-there' | 'not-yet-known' | 'needs-human';

/** Steps whose answers say what has to be taken back. */
function awaitedBy(plan: Plan): ReadonlySet<string> {
  return new Set(plan.compensations.flatMap((step) => stepsAwaited(step.call as unknown as JsonObject)));
}

/** Answers of those steps that happened in this attempt, looked up at the vendor where our own record does not know. */
async function resultsOf(
  house: House,
  record: PlannedRequest,
  context: CallContext,
): Promise<Record<string, Json> | 'not-yet-known' | 'needs-human'> {
  const results: Record<string, Json> = {};
  const awaited = awaitedBy(record.terms.plan);
  for (const effect of await effectsOf(house, record)) {
    const settle = (status: SeenOfEffect['status'], evidence: Json) =>
      house.store.transact((tx) => settleByReading(tx, house, { key: effect, status, evidence }));
    if (effect.part === 'step' && effect.status === 'applied' && awaited.has(effect.stepId)) {
      results[effect.stepId] = effect.answer;
    }
    if (effect.status !== 'unknown' && effect.status !== 'intent') continue;
    // What no compensation names goes with what one deletes, and a deletion is simply sent again: neither needs a proof of its own.
    if (effect.part !== 'step' || !awaited.has(effect.stepId)) {
      const made = await findMade(house, record, { effect, context });
      if (made !== null) await settle('applied', made);
      else if (effect.status === 'intent') await settle('unknown', null);
      continue;
    }
    const seen = await prove(house, stepOf(record.terms.plan, effect), { bindings: bindingsOf(effect), context });
    if (seen.kind === 'contradictory') return 'needs-human';
    if (seen.kind === 'absent' && house.clock.now() - effect.startedAt < settleMs) return 'not-yet-known';
    if (seen.kind === 'applied') results[effect.stepId] = seen.evidence;
    await (seen.kind === 'applied' ? settle('applied', seen.evidence) : settle('not-applied', null));
  }
  return results;
}

/**
 * What a step made whose answer was lost, if the vendor shows it now. It goes with what it hangs on either way; but only by its id can
 * the watch tell later that it was ours.
 */
async function findMade(
  house: House,
  record: PlannedRequest,
  { effect, context }: { readonly effect: Effect; readonly context: CallContext },
): Promise<Json> {
  const step = stepOf(record.terms.plan, effect);
  if (step.effect !== 'create') return null;
  const seen = await prove(house, step, { bindings: bindingsOf(effect), context }).catch((error: unknown) => {
    if (!(error instanceof Fault)) throw error;
    return null;
  });
  return seen?.kind === 'applied' ? seen.evidence : null;
}

async function effectsOf(house: House, record: PlannedRequest): Promise<readonly Effect[]> {
  const effects = await house.store.read.requests.effects(record.terms.id);
  return effects.filter((effect) => effect.attempt === record.attempt);
}

/** When the first call of the present attempt was about to be sent. */
export async function startOf(house: House, record: PlannedRequest): Promise<Instant> {
  return (await effectsOf(house, record))[0]?.startedAt ?? record.createdAt;
}

async function nextPosition(house: House, record: PlannedRequest): Promise<number> {
  return 1 + Math.max(0, ...(await effectsOf(house, record)).map((effect) => effect.position));
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
    const key = { requestId: record.terms.id, attempt: record.attempt, position };
    await house.store.transact((tx) => settleByReading(tx, house, { key, status: 'applied', evidence: null }));
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
