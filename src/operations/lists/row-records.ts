import { isJsonObject, type Json, type JsonObject } from '#domain/json.ts';
import type { View, ViewPart, ViewRow } from '../view.ts';

// What was read is flat: a list in an object. Deeper than this nothing is looked for.
const MOST_DEPTH = 6;

function objectsIn(value: Json, depth = 0): readonly JsonObject[] {
  if (depth > MOST_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json) => objectsIn(item, depth + 1));
  if (!isJsonObject(value)) return [];
  return [value, ...Object.values(value).flatMap((item) => objectsIn(item, depth + 1))];
}

function idsIn(value: Json): readonly string[] {
  return objectsIn(value).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}

type Records = ReadonlyMap<string, JsonObject>;

/** What a row is about: named by the input of its buttons, or by a cell that is an id. */
function recordOf({ actions, cells }: ViewRow, records: Records): JsonObject | null {
  const named = [...actions.flatMap((action) => idsIn(action.input)), ...cells];
  const id = named.find((each) => records.has(each));
  return id === undefined ? null : (records.get(id) ?? null);
}

/** All rows of a list have a record of their own, or none has: half a list would have columns that mean two things. */
function withRecords(part: ViewPart, records: Records): ViewPart {
  if (part.part !== 'rows') return part;
  const found = part.rows.map((row) => recordOf(row, records));
  const isWhole = !found.includes(null) && new Set(found).size === part.rows.length;
  if (!isWhole) return part;
  const rows = part.rows.map((row, place): ViewRow => {
    const record = found[place];
    return record === undefined || record === null ? row : { ...row, record };
  });
  return { ...part, rows };
}

/**
 * Gives each row what was read about it, so that a file can hold ids, moments and amounts where the row has words. What was asked about
 * is no row of its own answer: the project that keys are listed of is left out.
 */
export function recorded(view: View, from: { readonly input: JsonObject; readonly known: JsonObject }): View {
  const asked = new Set(idsIn(from.input));
  const records = new Map<string, JsonObject>();
  for (const each of objectsIn(from.known)) {
    const { id } = each;
    if (typeof id !== 'string' || asked.has(id)) continue;
    // A thing may be read in full and named elsewhere; the fuller one is its record.
    const size = Object.keys(records.get(id) ?? {}).length;
    if (Object.keys(each).length > size) records.set(id, each);
  }
  return { ...view, parts: view.parts.map((part) => withRecords(part, records)) };
}
