import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical.ts';
import { isRequestId, operationId, requestId, type OperationId, type RequestId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Secret } from '#domain/secret.ts';

/** Buttons of a request. Each name is also its action id. */
export const requestActions = [
  'request.approve',
  'request.deny',
  'request.details',
  'request.ask',
  'request.answer',
  'request.change',
  'request.suggest',
  'request.nudge',
  'request.add',
  'request.cancel',
  'request.stop',
  'request.take-back',
  'request.collect',
  'request.aside',
  'request.back',
] as const;
export type RequestAction = (typeof requestActions)[number];

export interface RequestPointer {
  readonly requestId: RequestId;
  /** First 16 characters of the digest the button was drawn for. */
  readonly digest16: string;
}
export interface StartPointer {
  readonly operation: OperationId;
  readonly input: JsonObject;
}

const sealed = z.strictObject({ v: z.literal(1), m: z.string().max(64), p: z.record(z.string(), z.json()) });

/**
 * What a button or a modal carries: a pointer into the record and a MAC, never a parameter of a change. Whatever comes back is
 * hostile until `open` has recomputed the MAC; the deployment and the place's name are under it, so a button of another
 * installation or of another kind is worth nothing.
 */
export interface Pointers {
  seal(purpose: string, pointer: JsonObject): string;
  /** Null for anything we did not make. */
  open(purpose: string, text: string): JsonObject | null;
}

export function createPointers(options: { readonly macKey: Secret; readonly deployment: string }): Pointers {
  const mac = (purpose: string, pointer: JsonObject): string =>
    createHmac('sha256', options.macKey.reveal())
      .update(canonicalJson({ deployment: options.deployment, purpose, pointer }))
      // Hexadecimal: a MAC in base64url now and then reads like a key (`sk-…`), and what looks like a key never leaves.
      .digest('hex');
  return {
    seal: (purpose, pointer) => JSON.stringify({ v: 1, p: pointer, m: mac(purpose, pointer) }),
    open(purpose, text) {
      const parsed = sealed.safeParse(jsonOrNull(text));
      if (!parsed.success) return null;
      const pointer = parsed.data.p as JsonObject;
      const expected = Buffer.from(macOrEmpty(mac, purpose, pointer));
      const given = Buffer.from(parsed.data.m);
      return expected.length === given.length && timingSafeEqual(expected, given) ? pointer : null;
    },
  };
}

// A lone surrogate has no canonical form; nothing of ours holds one, so such a pointer simply is not ours.
function macOrEmpty(
  mac: (purpose: string, pointer: JsonObject) => string,
  purpose: string,
  pointer: JsonObject,
): string {
  try {
    return mac(purpose, pointer);
  } catch {
    return '';
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const requestShape = z.strictObject({ r: z.string().refine(isRequestId), d: z.string().regex(/^[0-9a-f]{16}$/) });

export function sealRequest(
  pointers: Pointers,
  action: RequestAction,
  record: { terms: { id: RequestId }; digest: string },
): string {
  return pointers.seal(action, { r: record.terms.id, d: record.digest.slice(0, 16) });
}

export function openRequest(pointers: Pointers, action: RequestAction, text: string): RequestPointer | null {
  const parsed = requestShape.safeParse(pointers.open(action, text));
  return parsed.success ? { requestId: requestId(parsed.data.r), digest16: parsed.data.d } : null;
}

const suggestionShape = z.strictObject({ r: z.string().refine(isRequestId), s: z.int() });

export type SuggestionAction = 'suggestion.take' | 'suggestion.keep';

/** Which suggestion to which request. */
export interface SuggestionPointer {
  readonly requestId: RequestId;
  readonly suggestion: number;
}

export function sealSuggestion(pointers: Pointers, action: SuggestionAction, to: SuggestionPointer): string {
  return pointers.seal(action, { r: to.requestId, s: to.suggestion });
}

export function openSuggestion(pointers: Pointers, action: SuggestionAction, text: string): SuggestionPointer | null {
  const parsed = suggestionShape.safeParse(pointers.open(action, text));
  return parsed.success ? { requestId: requestId(parsed.data.r), suggestion: parsed.data.s } : null;
}

const startShape = z.strictObject({ o: z.string(), i: z.record(z.string(), z.json()) });

export function sealStart(pointers: Pointers, start: StartPointer): string {
  return pointers.seal('operation.start', { o: start.operation, i: start.input });
}

export function openStart(pointers: Pointers, text: string): StartPointer | null {
  const parsed = startShape.safeParse(pointers.open('operation.start', text));
  return parsed.success ? { operation: operationId(parsed.data.o), input: parsed.data.i } : null;
}
