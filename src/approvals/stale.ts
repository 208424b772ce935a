import { canonicalJson } from '#domain/canonical.ts';
import { isJsonObject, type Json, type JsonObject } from '#domain/json.ts';
import { oneLine } from '#domain/printable.ts';

/** One thing that is not as it was approved. `was` or `is` is null where it did not or does not exist. */
export interface Difference {
  /** Where it stands in the guards. */
  readonly path: readonly string[];
  /** The path in words: `key owner`. */
  readonly label: string;
  readonly was: string | null;
  readonly is: string | null;
  readonly sentence: string;
}

/** Compares what was approved on with what is now; null if it is the same. Facts are not guards and never come here. */
export function compareGuards(approved: JsonObject, now: JsonObject): readonly Difference[] | null {
  const found = differences(approved, now, []);
  return found.length === 0 ? null : found;
}

function differences(was: Json | undefined, is: Json | undefined, path: readonly string[]): readonly Difference[] {
  if (isJsonObject(was) && isJsonObject(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted();
    return keys.flatMap((key) => differences(own(was, key), own(is, key), [...path, key]));
  }
  if (was !== undefined && is !== undefined && canonicalJson(was) === canonicalJson(is)) return [];
  return [describe(path, shown(was), shown(is))];
}

function own(value: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

// Vendors' names end up on an approver's screen: one safe line each, and short enough for a card.
function shown(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value))
    return oneLine(value.map((item: Json) => shown(item) ?? 'nothing').join(', ') || 'empty', 120);
  return oneLine(typeof value === 'string' ? value || 'empty' : canonicalJson(value), 120);
}

function describe(path: readonly string[], was: string | null, is: string | null): Difference {
  const label = path
    .map((key) =>
      key
        .replace(/[_-]/g, ' ')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase(),
    )
    .join(' ');
  const sentence =
    is === null
      ? `${label} was ${was ?? 'nothing'} and is gone.`
      : was === null
        ? `${label} was not there and is ${is}.`
        : `${label} was ${was} and is ${is}.`;
  return { path, label, was, is, sentence };
}
