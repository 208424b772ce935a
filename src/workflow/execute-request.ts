import { canonicalJson } from '#domain/canonical.ts';
import { shortRequestId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Attempt, bindingsFor, claim, type Run, runSteps, wouldHaveSent } from './attempt.ts';
import { carryOutAct } from './carry-out-act.ts';
import { endLeases } from './end-leases.ts';
import type { House } from './house.ts';
import { frozenOver, notSent } from './execute-step.ts';
import { passGates, type Gates } from './pass-gates.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { CallContext, Vendor } from './ports/vendor.ts';
import { prove } from './prove.ts';
import { moveRequest } from './record.ts';
import { isCollected } from './when-ready.ts';

const system = 'system:execute';

/** Ends or sends back a request whose gates did not open. A gate that could not be asked leaves it where it is. */
export async function turnBack(
  house: House,
  record: PlannedRequest,
  gates: Exclude<Gates, { kind: 'open' }>,
): Promise<void> {
  if (gates.kind === 'frozen') return;
  if (gates.kind === 'closed') {
    house.log.warn(
      { request: record.terms.id, why: gates.sentence },
      'A request waits because a gate could not be asked',
    );
    return;
  }
  await house.store.transact(async (tx) => {
    if (gates.kind === 'held') {
      const move = { event: 'wait', who: system, outcome: gates.sentence, readyAt: gates.until } as const;
      await moveRequest(tx, house, { record, move });
      return;
    }
    if (gates.kind === 'stale') {
      const outcome = `Stopped before anything was sent: ${gates.sentence}`;
      await moveRequest(tx, house, { record, move: { event: 'go-stale', who: system, outcome } });
      return;
    }
    const back = await moveRequest(tx, house, {
      record,
      move: { event: 'lapse', who: system, outcome: gates.sentence },
    });
    if (back === null) return;
    for (const decision of gates.who) await tx.requests.dropDecision(record.terms.id, decision.person);
  });
  house.nudge();
}

export interface Ending {
  readonly event: 'settle-applied' | 'settle-not-applied' | 'settle-partial' | 'settle-unknown' | 'simulate';
  readonly outcome: string;
}

/** Ends an attempt, with the leases that its deletions ended, in one transaction. */
export async function finish(house: House, record: PlannedRequest, ending: Ending): Promise<void> {
  await house.store.transact(async (tx) => {
    await endLeases(tx, house, { record, effects: await tx.requests.effects(record.terms.id) });
    await moveRequest(tx, house, { record, move: { ...ending, who: system } });
  });
  house.nudge();
}

function whatStopped(why: Extract<Run, { kind: 'stopped' }>['why']): string {
  if (why.kind !== 'not-applied') return 'OpenAI refused';
  if (why.code === frozenOver) return 'it was frozen';
  return why.code === notSent ? 'it could not be sent' : 'OpenAI refused';
}

function endingOf(run: Extract<Run, { kind: 'stopped' }>, of: number): Ending {
  const { step, why, applied } = run;
  if (why.kind === 'unknown') {
    return {
      event: 'settle-unknown',
      outcome: `It is not known whether this happened: ${step.title}. OpenAI is being asked.`,
    };
  }
  const reason = `${step.title}: ${why.sentence}`;
  const what = whatStopped(why);
  return applied === 0
    ? { event: 'settle-not-applied', outcome: `Nothing was changed: ${what}. ${reason}` }
    : { event: 'settle-partial', outcome: `${applied} of ${count(of, 'step')} happened, then ${what}. ${reason}` };
}

/** The same read twice in one look is one call: forty limits of a project stand in one list. */
function readingOnce(vendor: Vendor): Vendor {
  const answers = new Map<string, ReturnType<Vendor['read']>>();
  return {
    ...vendor,
    read(call, how) {
      const key = canonicalJson([call, how.pages, how.absent]);
      const answer = answers.get(key) ?? vendor.read(call, how);
      answers.set(key, answer);
      return answer;
    },
  };
}

/** Reads back what was just changed. An answer that does not show it yet is left to the settler, never reported as done. */
async function readBack(house: House, attempt: Attempt, results: JsonObject): Promise<Ending> {
  const bindings = bindingsFor(house, attempt.record, results);
  const looking = { ...house, vendor: readingOnce(house.vendor) };
  for (const step of attempt.record.terms.plan.steps) {
    const seen = await prove(looking, step, { bindings, context: attempt.context }).catch(() => null);
    if (seen?.kind !== 'applied') {
      return {
        event: 'settle-unknown',
        outcome: `OpenAI accepted it, but reading back does not show it yet: ${step.title}.`,
      };
    }
  }
  return { event: 'settle-applied', outcome: 'Done, and read back from OpenAI.' };
}

/** Carries out one approved request: gates, claim, calls, reading back. Everything it decides is in the record before it returns. */
async function executeRequest(house: House, record: PlannedRequest): Promise<void> {
  const context: CallContext = { priority: 'work', cause: `request:${record.terms.id}` };
  const gates = await passGates(house, record, context);
  if (gates.kind !== 'open') return turnBack(house, record, gates);
  if (record.terms.mode === 'plan-only') {
    return finish(house, record, { event: 'simulate', outcome: wouldHaveSent(record) });
  }
  const { act } = record.terms.plan;
  if (act !== null) return carryOutAct(house, record, act);
  const claimed = await claim(house, record, { who: system, passed: gates });
  if (claimed === null) return;
  const ending = await carryOut(house, { record: claimed, context });
  house.log.info({ request: shortRequestId(record.terms.id), ending: ending.event }, 'A request was carried out');
  await finish(house, claimed, ending);
}

async function carryOut(house: House, attempt: Attempt): Promise<Ending> {
  try {
    const run = await runSteps(house, attempt);
    if (run.kind === 'applied') return await readBack(house, attempt, run.results);
    return endingOf(run, attempt.record.terms.plan.steps.length);
  } catch (error) {
    // Between intent and settling anything can have happened; left in `executing` nobody would look before the next start.
    house.log.error({ err: error, request: attempt.record.terms.id }, 'Carrying out a request failed half-way');
    return {
      event: 'settle-unknown',
      outcome: 'Carrying this out failed half-way. OpenAI is being asked what happened.',
    };
  }
}

/** The hour has come for what its requester collects: from now on the button is theirs. */
async function offer(house: House, record: PlannedRequest): Promise<void> {
  await house.store.transact((tx) =>
    moveRequest(tx, house, { record, move: { event: 'wait', who: system, outcome: '', readyAt: null } }),
  );
  house.nudge();
}

// Enough to empty any burst that people can make; what is left is taken in the next round, a moment later.
const MOST_A_ROUND = 20;

/** Carries out what is approved, whose hour has come and that needs nobody to collect it. One after the other: OpenAI's limit is the bottleneck anyway. */
export async function executeApproved(house: House): Promise<number> {
  const ready = await house.store.read.requests.list({
    states: ['approved', 'waiting'],
    readyBy: house.clock.now(),
    limit: MOST_A_ROUND,
  });
  for (const record of [...ready].reverse()) {
    const work = isCollected(record) ? offer(house, record) : executeRequest(house, record);
    await work.catch((error: unknown) => {
      house.log.error({ err: error, request: record.terms.id }, 'Carrying out a request failed');
    });
  }
  return ready.length;
}
