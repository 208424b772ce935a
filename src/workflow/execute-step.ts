import type { Secret } from '#domain/secret.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import { isJsonObject } from '#domain/json.ts';
import { describeCall } from '#operations/call.ts';
import type { Step } from '#operations/plan.ts';
import { bind, type Bindings } from '#operations/template.ts';
import { hashOfTemplate } from './effect-steps.ts';
import type { House } from './house.ts';
import { outdateLists } from './outdate-lists.ts';
import type { Effect, PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import type { CallContext, Outcome } from './ports/vendor.ts';
import { enter } from './record.ts';

/** One step of one attempt, ready to be sent. */
export interface Sending {
  readonly record: PlannedRequest;
  readonly part: Effect['part'];
  readonly step: Step;
  readonly position: number;
  readonly bindings: Bindings;
  readonly context: CallContext;
}

/** The code of a refusal that is none: no byte was sent, so the same may be tried again. */
export const notSent = 'not_sent';
/** The code of a step that somebody froze before its turn came. */
export const frozenOver = 'frozen_here';

/** What became of a step. A deletion that finds nothing left has reached what was approved. */
export type Sent =
  | { readonly kind: 'applied'; readonly answer: Json; readonly secrets: readonly Secret[] }
  | { readonly kind: 'not-applied'; readonly code: string; readonly sentence: string }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number; readonly sentence: string }
  | { readonly kind: 'unknown'; readonly sentence: string };

/** Every `id` in an answer, however deep. */
export function idsIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return (value as Json[]).flatMap(idsIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'id' && typeof item === 'string' ? [item] : idsIn(item),
  );
}

const ABOUT_PROJECT = /\/projects\/\{project_id\}(\/archive)?$/;

/**
 * Every id the step touches or made: its path, its answer, and what the plan says hangs on it. A project is one only where the call is
 * about the project itself; otherwise whatever happens in it would look like ours.
 */
function resourceIds(sending: Sending, answer: Json): readonly string[] {
  const { plan } = sending.record.terms;
  const { project_id: projectId, ...params } = bind(sending.step.call, sending.bindings).params;
  const ids = new Set([...Object.values(params), ...idsIn(answer), ...idsIn(plan.guards)]);
  if (plan.project !== null) ids.delete(plan.project.id);
  if (projectId !== undefined && ABOUT_PROJECT.test(sending.step.call.endpoint)) ids.add(projectId);
  return [...ids];
}

/** Writes the intent. In its own transaction or in the one that claims the request; no byte leaves before it is committed. */
export async function writeIntent(tx: Writing, house: House, sending: Sending): Promise<void> {
  const { record, step, part, position, bindings } = sending;
  const call = bind(step.call, bindings);
  const templateHash = hashOfTemplate(step.call);
  await tx.requests.insertEffect({
    requestId: record.terms.id,
    attempt: bindings.attempt,
    position,
    stepId: step.id,
    part,
    templateHash,
    bindings: bindings as unknown as JsonObject,
    status: 'intent',
    answer: null,
    resourceIds: resourceIds(sending, null),
    startedAt: house.clock.now(),
    settledAt: null,
  });
  await enter(tx, house, {
    kind: 'call.intended',
    who: 'system:execute',
    requestId: record.terms.id,
    what: { attempt: bindings.attempt, position, part, step: step.id, template: templateHash, ...describeCall(call) },
  });
}

function readOutcome(step: Step, outcome: Outcome): Sent {
  switch (outcome.kind) {
    case 'applied':
      return { kind: 'applied', answer: outcome.answer, secrets: outcome.secrets };
    case 'not-applied':
      // Our own read saw it moments ago, so somebody else deleted it meanwhile.
      return step.effect === 'delete' && outcome.code === 'not_found'
        ? { kind: 'applied', answer: null, secrets: [] }
        : { kind: 'not-applied', code: outcome.code, sentence: outcome.message };
    case 'throttled':
      return { kind: 'throttled', retryAfterMs: outcome.retryAfterMs, sentence: outcome.message };
    case 'unknown':
      return { kind: 'unknown', sentence: outcome.message };
  }
}

/** A creation that was throttled stays in doubt until somebody has looked: a second one would be a second thing. */
function statusOf(step: Step, sent: Sent): 'applied' | 'not-applied' | 'unknown' {
  if (sent.kind !== 'throttled') return sent.kind;
  return step.effect === 'create' ? 'unknown' : 'not-applied';
}

/** Sends the call of a written intent, once, and settles it. */
export async function sendStep(house: House, sending: Sending): Promise<Sent> {
  const { record, step, position, bindings, context } = sending;
  const change = bind(step.call, bindings);
  const outcome = await house.vendor.perform(change, { secretAt: step.secretAt, context });
  const sent = readOutcome(step, outcome);
  const answer = sent.kind === 'applied' ? sent.answer : null;
  const { exchange } = outcome;
  await house.store.transact(async (tx) => {
    await tx.requests.settleEffect(
      { requestId: record.terms.id, attempt: bindings.attempt, position },
      { status: statusOf(step, sent), answer, resourceIds: resourceIds(sending, answer), settledAt: house.clock.now() },
    );
    if (sent.kind !== 'not-applied') await outdateLists(tx, house, change);
    await enter(tx, house, {
      kind: 'call.settled',
      who: 'system:execute',
      requestId: record.terms.id,
      what: { attempt: bindings.attempt, position, step: step.id, outcome: sent.kind, ...exchange },
    });
  });
  return sent;
}

/** Intent, call and settling of a step that is not the first of its attempt. */
export async function takeStep(house: House, sending: Sending): Promise<Sent> {
  await house.store.transact((tx) => writeIntent(tx, house, sending));
  return sendStep(house, sending);
}
