import { digestOf } from '#domain/canonical.ts';
import type { JsonObject } from '#domain/json.ts';

/** By which two requests for the very same thing are known: their digests differ, because each has a number of its own. */
export function askDigestOf(operation: string, input: JsonObject): string {
  return digestOf('countersign/ask/v1', { operation, input });
}
