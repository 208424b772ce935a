import { isJsonObject, type Json, type JsonObject } from '#domain/json.ts';
import type { Line } from './line.ts';

/** A person knows the name and looks at the id only when in doubt. Otherwise by letter, so that a draft reads as the stored plan does. */
function byImportance([one]: readonly [string, Json], [other]: readonly [string, Json]): number {
  const place = (name: string) => (name === 'name' ? 0 : name === 'id' ? 2 : 1);
  return place(one) - place(other) || (one < other ? -1 : 1);
}

const words = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function said(value: Json): string {
  if (value === null) return 'none';
  if (typeof value !== 'object') return String(value);
  if (!isJsonObject(value)) return value.length === 0 ? 'none' : value.map(said).join('; ');
  return Object.entries(value)
    .toSorted(byImportance)
    .map(([name, inside]) => `${words(name)} ${said(inside)}`)
    .join(' · ');
}

/** What is compared again, a line a thing: `project: name search-dev · status active · id proj_…`. */
export function guardLines(guards: JsonObject): readonly Line[] {
  return Object.entries(guards)
    .toSorted(byImportance)
    .flatMap(([name, value]) => {
      const things = Array.isArray(value) && value.length > 0 ? (value as readonly Json[]) : [value];
      return things.map((thing): Line => [{ said: words(name), max: 60 }, ': ', { said: said(thing), max: 300 }]);
    });
}
