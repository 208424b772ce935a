import { isJsonObject, type Json, type JsonObject } from '#domain/json.ts';
import type { Line } from './line.ts';

/** A person knows the name and looks at the id only when in doubt. */
function place(name: string): number {
  if (name === 'name') return 0;
  return name === 'id' ? 2 : 1;
}

const words = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function said(value: Json): string {
  if (value === null) return 'none';
  if (typeof value !== 'object') return String(value);
  if (!isJsonObject(value)) return value.length === 0 ? 'none' : value.map(said).join('; ');
  return Object.entries(value)
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([name, inside]) => `${words(name)} ${said(inside)}`)
    .join(' · ');
}

/** What is compared again, a line a thing: `project: name search-dev · status active · id proj_…`. */
export function guardLines(guards: JsonObject): readonly Line[] {
  return Object.entries(guards).flatMap(([name, value]) => {
    const things = Array.isArray(value) && value.length > 0 ? (value as readonly Json[]) : [value];
    return things.map((thing): Line => [{ said: words(name), max: 60 }, ': ', { said: said(thing), max: 300 }]);
  });
}
