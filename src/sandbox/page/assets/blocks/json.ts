/** Careful steps into a block's JSON: whatever is missing or of another type reads as empty. */

export type Json = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function asObjects(value: unknown): readonly Json[] {
  return asList(value)
    .map(asObject)
    .filter((item) => item !== null);
}

/** The words of a `plain_text` or `mrkdwn` object, or of a bare string. */
export function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : asText(asObject(value)?.['text']);
}
