/** A JSON value that nobody may change after it was made. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Value at a path of keys, `undefined` where the path leaves the value. List positions are written as numbers: `['data', '0', 'id']`. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    if (Array.isArray(here)) here = here[Number(key)];
    else if (typeof here === 'object' && here !== null && Object.hasOwn(here, key)) {
      here = (here as Record<string, unknown>)[key];
    } else return undefined;
  }
  return here;
}
