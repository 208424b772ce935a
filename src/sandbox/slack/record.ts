/** Reading JSON of unknown shape: what the bot sent, and what the seed file says. */

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string under `key`, or null when it is absent or no string. */
export function textAt(record: JsonRecord, key: string): string | null {
  const value = record[key];
  return typeof value === 'string' ? value : null;
}

/** The list under `key`, or an empty one. */
export function listAt(record: JsonRecord, key: string): readonly unknown[] {
  const value = record[key];
  return Array.isArray(value) ? value : [];
}

/** The objects of the list under `key`; anything else in it is left out. */
export function recordsAt(record: JsonRecord, key: string): readonly JsonRecord[] {
  return listAt(record, key).filter(isRecord);
}

/** Parses JSON, or null for text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
