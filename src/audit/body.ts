import { z } from 'zod';
import { canonicalJson } from '#domain/canonical.ts';
import type { Instant } from '#domain/instant.ts';
import { type EntryBody, entryKinds, type Entry } from './entry.ts';

/**
 * What is hashed and stored of an entry: the body together with the entry's own time and request, so that neither column can be
 * changed without breaking the body's hash. (Of an erased entry only the order in the chain proves the time.)
 */
export interface SealedBody extends EntryBody {
  readonly at: Instant;
  readonly requestId: string | null;
}

const sealedBodySchema = z.strictObject({
  v: z.literal(1),
  kind: z.enum(entryKinds),
  who: z.string().min(1),
  what: z.record(z.string(), z.unknown()),
  at: z.int().nonnegative(),
  requestId: z.string().min(1).nullable(),
});

/** The text that is hashed: canonical JSON of `{ v, kind, who, what, at, requestId }`. */
export function sealBody(body: EntryBody, bound: { readonly at: Instant; readonly requestId: string | null }): string {
  const { v, kind, who, what } = body;
  return canonicalJson({ v, kind, who, what, at: bound.at, requestId: bound.requestId });
}

/** The body of a stored text, or null if it is not one. */
export function parseSealedBody(text: string): SealedBody | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = sealedBodySchema.safeParse(value);
  return parsed.success ? (parsed.data as SealedBody) : null;
}

/** What an entry says; null once it was erased. */
export function readBody(entry: Pick<Entry, 'body'>): SealedBody | null {
  return entry.body === null ? null : parseSealedBody(entry.body);
}
