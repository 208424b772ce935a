import { isJsonObject, type Json, type JsonObject } from '#domain/json.ts';

const moment = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC$/;

const amount = /^-?\$?\d[\d,]*(?:\.\d+)?$/;

export const isAmount = (cell: string): boolean => amount.test(cell);

/** A cell for a machine: a moment as ISO 8601, an amount as a number (of US dollars, where it was money), a dash as nothing. */
export function rawCell(cell: string): string {
  if (cell === '–') return '';
  return isAmount(cell) ? cell.replaceAll(/[$,]/g, '') : cell.replace(moment, '$1T$2:00Z');
}

/** In this house a number is a moment where its name says so: `createdAt`, `at`. */
const isMoment = (name: string, value: Json): value is number => typeof value === 'number' && /(?:^at|At)$/.test(name);

/** A record as it is written down: moments as ISO 8601 rather than milliseconds. */
export function rawRecord(record: JsonObject): JsonObject {
  const raw = (name: string, value: Json): Json => {
    if (isMoment(name, value)) return new Date(value).toISOString();
    if (Array.isArray(value)) return value.map((item: Json) => raw('', item));
    return isJsonObject(value) ? rawRecord(value) : value;
  };
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, raw(name, value)]));
}

function scalar(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** One line of cells by name, `project.id` for what stands inside. */
export function flat(record: JsonObject, under = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(record).flatMap(([name, value]): readonly (readonly [string, string])[] => {
      if (isJsonObject(value)) return [...flat(value, `${under}${name}.`)];
      const text = Array.isArray(value) ? value.map(scalar).join('; ') : scalar(value);
      return [[`${under}${name}`, text]];
    }),
  );
}
