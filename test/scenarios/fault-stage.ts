import type { RequestId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import type { Step } from '#operations/plan.ts';
import { methodOf, pathTemplateOf } from '#operations/endpoint.ts';
import type { CallTemplate } from '#operations/template.ts';
import type { Fault } from '#sandbox/openai/http/fault-script.ts';
import type { ReceivedCall } from '#sandbox/openai/http/ledger.ts';
import { changesSent } from './key-story.ts';
import type { Scene } from './scene.ts';
import { approveAll, ask, carryOut, journeys } from './through-use-cases.ts';

/** One operation of each way in which something is changed and found out, and which of its steps goes wrong. */
export const kinds = [
  { kind: 'something made', operation: 'groups.create', step: 0 },
  { kind: 'something made without a name of its own', operation: 'spend-alerts.create', step: 0 },
  { kind: 'an object set', operation: 'spend-limits.set', step: 0 },
  { kind: 'an item of a list set', operation: 'rate-limits.set', step: 0 },
  { kind: 'a switch of several things at once', operation: 'certificates.activate', step: 0 },
  { kind: 'something deleted', operation: 'spend-alerts.delete', step: 0 },
  { kind: 'somebody removed', operation: 'users.remove', step: 0 },
  { kind: 'a member added', operation: 'groups.add-member', step: 0 },
  { kind: 'a member removed', operation: 'groups.remove-member', step: 0 },
  { kind: 'a role taken', operation: 'assignments.unassign-user', step: 0 },
  { kind: 'a recipe at its beginning', operation: 'users.onboard', step: 0 },
  { kind: 'a recipe at its end', operation: 'users.onboard', step: 1 },
] as const;
export type Kind =
  | Pick<(typeof kinds)[number], 'operation' | 'step'>
  | { readonly operation: string; readonly step: 0 };

/** A request that waits for its approvers. */
export interface Asked {
  readonly id: RequestId;
  readonly steps: readonly Step[];
  /** The step that is to go wrong. */
  readonly step: Step;
}

/** Begins with a new organization and asks for one operation, as its family's first journey words it. */
export async function askFor(scene: Scene, { operation, step: at }: Kind): Promise<Asked> {
  const journey = journeys.find((each) => each.operation === operation);
  if (journey === undefined) throw new Error(`${operation} has no journey`);
  await scene.world.reset();
  scene.world.openai.behaviour.rateLimit = null;
  for (const first of journey.before ?? []) await carryOut(scene, await ask(scene, first.operation, first.words));
  const id = await ask(scene, operation, journey.words);
  const steps = (await recordOf(scene, id)).terms.plan.steps;
  const step = steps[at];
  if (step === undefined) throw new Error(`${operation} has no step ${at}`);
  return { id, steps, step };
}

async function recordOf(scene: Scene, id: RequestId) {
  const record = await scene.world.bot().store.read.requests.find(id);
  if (record === null) throw new Error(`There is no request ${id}`);
  return record;
}

interface Repeated {
  readonly fault: Fault;
  readonly times: number;
}

/** Spoils calls that a template of the plan makes; what only an answer tells fits anything. */
export function spoil(scene: Scene, { endpoint, params }: CallTemplate, how: Fault | Repeated): void {
  const { fault, times } = typeof how === 'string' ? { fault: how, times: 1 } : how;
  const pathPattern = pathTemplateOf(endpoint).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return typeof value === 'string' ? encodeURIComponent(value) : '*';
  });
  scene.world.openai.failNext({ method: methodOf(endpoint), pathPattern, fault, times });
}

/** Runs something once, as soon as the first change of an organization has arrived there. */
export function afterFirstChange(scene: Scene, then: () => void): void {
  const before = changesSent(scene.world).length;
  const stop = scene.world.openai.subscribe(() => {
    if (changesSent(scene.world).length === before) return;
    stop();
    then();
  });
}

const applying: readonly (Fault | null)[] = ['drop_after', 'status_500_after', 'hang', 'truncate', 'not_json'];

/** What really changed the organization, however it was answered. */
function effective(scene: Scene, since: number): readonly ReceivedCall[] {
  return changesSent(scene.world)
    .slice(since)
    .filter(({ fault, status }) => applying.includes(fault) || (fault === null && status === 200));
}

export interface Ended {
  readonly state: string;
  readonly outcome: string;
  /** How many calls took effect, and how many of them were different. */
  readonly effects: number;
  readonly distinct: number;
}

/** Approves, lets the bot do and find out what it can in some minutes, and says what came of it. */
export async function seeThrough(scene: Scene, { id }: Asked, minutes = 2): Promise<Ended> {
  const since = changesSent(scene.world).length;
  await approveAll(scene, id);
  await scene.world.settle();
  for (let passed = 0; passed < minutes; passed += 1) await scene.world.advance(minuteMs);
  const { state, outcome } = await recordOf(scene, id);
  const calls = effective(scene, since).map(({ method, path, body }) => JSON.stringify([method, path, body]));
  return { state, outcome, effects: calls.length, distinct: new Set(calls).size };
}

/** The state that says neither more nor less than what happened. */
export function honest(happened: number, of: number): string {
  if (happened === of) return 'succeeded';
  return happened === 0 ? 'failed' : 'partial';
}
