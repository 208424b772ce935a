import { invariant, unreachable } from '#domain/invariant.ts';
import { type Instant, secondMs } from '#domain/instant.ts';
import { isJsonObject, type Json, type JsonObject, valueAt } from '#domain/json.ts';
import type { Call } from './call.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * What may be left open in a plan's call until it is sent. The set is closed and each value is known from the record alone, so the
 * call that is sent is exactly `bind(template, bindings)`: what people approved, with nothing a requester could still move.
 */
export type Slot =
  | { readonly $: 'result'; readonly step: string; readonly path: readonly string[] }
  | { readonly $: 'requestId' }
  | { readonly $: 'attempt' }
  | { readonly $: 'secondsUntil'; readonly at: Instant }
  | { readonly $: 'join'; readonly parts: readonly (string | Slot)[] };

export interface CallTemplate {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string | Slot>>;
  readonly query: Readonly<Record<string, Json>>;
  readonly body: JsonObject | null;
}

export interface Bindings {
  readonly requestId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** When the call is sent. */
  readonly now: Instant;
  /** Answers of earlier steps by step id, secrets already cut out. */
  readonly results: Readonly<Record<string, Json>>;
}

export const requestIdSlot: Slot = { $: 'requestId' };
export const attemptSlot: Slot = { $: 'attempt' };
export const resultOf = (step: string, ...path: string[]): Slot => ({ $: 'result', step, path });
export const secondsUntil = (at: Instant): Slot => ({ $: 'secondsUntil', at });
export const join = (...parts: readonly (string | Slot)[]): Slot => ({ $: 'join', parts });

/** Slots are plain JSON, so that a plan can be hashed; this says to the type checker what canonical JSON knows anyway. */
export const slotJson = (slot: Slot): JsonObject => slot;

function isSlot(value: unknown): value is Slot {
  return isJsonObject(value) && typeof value['$'] === 'string';
}

function fill(slot: Slot, bindings: Bindings): string | number {
  switch (slot.$) {
    case 'requestId':
      return bindings.requestId;
    case 'attempt':
      return bindings.attempt;
    case 'secondsUntil':
      return Math.max(1, Math.floor((slot.at - bindings.now) / secondMs));
    case 'join':
      return slot.parts.map((part) => (typeof part === 'string' ? part : String(fill(part, bindings)))).join('');
    case 'result': {
      const value = valueAt(bindings.results[slot.step], slot.path);
      invariant(
        typeof value === 'string' || typeof value === 'number',
        `Step ${slot.step} answered no ${slot.path.join('.')}`,
      );
      return value;
    }
  }
  return unreachable(slot);
}

function fillJson(value: Json, bindings: Bindings): Json {
  if (isSlot(value)) return fill(value, bindings);
  if (Array.isArray(value)) return value.map((item: Json) => fillJson(item, bindings));
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillJson(item, bindings)]));
  }
  return value;
}

/** Ids of the steps whose answers a template waits for. */
export function stepsAwaited(value: Json): readonly string[] {
  if (isSlot(value)) {
    if (value.$ === 'result') return [value.step];
    return value.$ === 'join'
      ? value.parts.flatMap((part) => (typeof part === 'string' ? [] : stepsAwaited(part)))
      : [];
  }
  if (Array.isArray(value)) return value.flatMap((item: Json) => stepsAwaited(item));
  return isJsonObject(value) ? Object.values(value).flatMap(stepsAwaited) : [];
}

/** Any JSON that may hold slots, such as a proof's `where` or the input of an inverse. */
export function bindJson(template: JsonObject, bindings: Bindings): JsonObject {
  return fillJson(template, bindings) as JsonObject;
}

/** The one way from an approved template to a call. */
export function bind(template: CallTemplate, bindings: Bindings): Call {
  return {
    endpoint: template.endpoint,
    params: Object.fromEntries(
      Object.entries(template.params).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : String(fill(value, bindings)),
      ]),
    ),
    query: fillJson(template.query, bindings) as JsonObject,
    body: template.body === null ? null : (fillJson(template.body, bindings) as JsonObject),
  };
}
