import { count } from '#domain/instant.ts';
import type { Json } from '#domain/json.ts';
import type { Secret } from '#domain/secret.ts';
import type { Step } from '#operations/plan.ts';
import type { Bindings } from '#operations/template.ts';
import { frozenOver, type Sending, sendStep, type Sent, writeIntent } from './execute-step.ts';
import { freezeOn, frozenSentence } from './freeze-on.ts';
import { settleByReading } from './settle-effect.ts';
import type { House } from './house.ts';
import type { Gates } from './pass-gates.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { latestOf } from './ports/rollout.ts';
import type { CallContext } from './ports/vendor.ts';
import { prove } from './prove.ts';
import { moveRequest } from './record.ts';
import { refuseWarrant, useWarrant } from './warrants/warrant.ts';

// The pacer holds a throttled endpoint back by itself; a vendor that still says no after this many tries means it.
const MOST_THROTTLED = 3;

/** How far an attempt came. `results` holds the answers of the steps that happened. */
export type Run =
  | { readonly kind: 'applied'; readonly secrets: readonly Secret[]; readonly results: Readonly<Record<string, Json>> }
  | {
      readonly kind: 'stopped';
      readonly step: Step;
      readonly why: Exclude<Sent, { kind: 'applied' }>;
      readonly applied: number;
    };

export interface Attempt {
  /** As it stands in `executing`. */
  readonly record: PlannedRequest;
  readonly context: CallContext;
}

export function bindingsFor(house: House, record: PlannedRequest, results: Readonly<Record<string, Json>>): Bindings {
  return { requestId: record.terms.id, attempt: record.attempt, now: house.clock.now(), results };
}

/**
 * Takes the request for execution: one conditional update that only one process can win, together with the intent of the first call.
 * Answers null when somebody else was first, the deadline has passed, somebody froze it or held something back at the last moment, or what stands in for
 * its quorum no longer does; what that is used for is written down here.
 */
export async function claim(
  house: House,
  record: PlannedRequest,
  { who, passed }: { readonly who: string; readonly passed: Extract<Gates, { kind: 'open' }> },
): Promise<PlannedRequest | null> {
  const [first] = record.terms.plan.steps;
  return house.store.transact(async (tx) => {
    if ((await freezeOn(tx, record)) !== null) return null;
    // Whoever said something since may have meant this: the gates are passed anew, and say so.
    if (latestOf(await tx.rollout.words()) !== passed.rollout) return null;
    if ((await refuseWarrant(tx, house, record)) !== null) return null;
    const claimed = await moveRequest(tx, house, {
      record,
      move: { event: 'claim', who, outcome: '', inTime: true, whenReady: true, attempt: record.attempt + 1 },
    });
    if (claimed === null) return null;
    await useWarrant(tx, house, claimed);
    if (first === undefined) return claimed;
    const bindings = bindingsFor(house, claimed, {});
    const context: CallContext = { priority: 'work', cause: `request:${record.terms.id}` };
    await writeIntent(tx, house, { record: claimed, part: 'step', step: first, position: 1, bindings, context });
    return claimed;
  });
}

/** A throttled creation is looked up before it is tried again; only a plain absence allows another try. */
async function mayRetry(house: House, sending: Sending): Promise<boolean> {
  const { record, step, bindings, position } = sending;
  if (step.effect !== 'create') return true;
  if ((await prove(house, step, sending)).kind !== 'absent') return false;
  const key = { requestId: record.terms.id, attempt: bindings.attempt, position };
  await house.store.transact((tx) => settleByReading(tx, house, { key, status: 'not-applied', evidence: null }));
  return true;
}

const inDoubt: Sent = {
  kind: 'unknown',
  sentence: 'OpenAI said that it was asked too often, and seems to have done it all the same.',
};

/** A freeze holds back also what has begun: between two steps nothing is lost, and the rest can be asked for once it is thawed. */
async function takeUnlessFrozen(house: House, sending: Sending): Promise<Sent> {
  const freeze = await house.store.transact(async (tx) => {
    const held = await freezeOn(tx, sending.record);
    if (held === null) await writeIntent(tx, house, sending);
    return held;
  });
  return freeze === null
    ? sendStep(house, sending)
    : { kind: 'not-applied', code: frozenOver, sentence: frozenSentence(freeze) };
}

/** Sends the steps of a claimed request in order and stops at the first that did not provably happen. */
export async function runSteps(house: House, attempt: Attempt): Promise<Run> {
  const { record, context } = attempt;
  const results: Record<string, Json> = {};
  const secrets: Secret[] = [];
  let position = 0;
  let applied = 0;
  for (const step of record.terms.plan.steps) {
    let sent: Sent | null = null;
    for (let tries = 0; tries < MOST_THROTTLED; tries += 1) {
      position += 1;
      const sending: Sending = {
        record,
        part: 'step',
        step,
        position,
        bindings: bindingsFor(house, record, { ...results }),
        context,
      };
      // The first intent was committed with the claim.
      sent =
        position === 1
          ? await sendStep(house, await asClaimed(house, sending))
          : await takeUnlessFrozen(house, sending);
      if (sent.kind !== 'throttled') break;
      if (await mayRetry(house, sending)) continue;
      sent = inDoubt;
      break;
    }
    if (sent?.kind !== 'applied') {
      const why = sent ?? ({ kind: 'not-applied', code: 'no-step', sentence: 'There was nothing to send.' } as const);
      return { kind: 'stopped', step, why, applied };
    }
    results[step.id] = sent.answer;
    secrets.push(...sent.secrets);
    applied += 1;
  }
  return { kind: 'applied', secrets, results };
}

/** The bindings that the claim committed, so that what is sent is what the intent says, to the second. */
async function asClaimed(house: House, sending: Sending): Promise<Sending> {
  const effects = await house.store.read.requests.effects(sending.record.terms.id);
  const intent = effects.find((effect) => effect.attempt === sending.record.attempt && effect.position === 1);
  return intent === undefined ? sending : { ...sending, bindings: intent.bindings as unknown as Bindings };
}

export function wouldHaveSent(record: PlannedRequest): string {
  return `Would have sent ${count(record.terms.plan.steps.length, 'call')}. Nothing was sent.`;
}
