import { canonicalJson } from '#domain/canonical.ts';
import type { JsonObject } from '#domain/json.ts';
import { oneLine } from '#domain/printable.ts';
import type { Change } from '../plan.ts';

/** One setting of a thing: how a change of it reads, how it is sent, and how people would ask for it again. */
export interface SettingPart<S> {
  /** Line by line; nothing where both are equal. */
  readonly changes: (before: S | null, after: S) => readonly Change[];
  readonly body: (settings: S) => JsonObject;
  /** Null where no words can ask for it. */
  readonly input: (settings: S) => JsonObject | null;
}

// A card shows two hundred characters of a value, and nothing that decides may fall behind that edge.
const LONGEST_LINE = 180;

function piecesOf(text: string | null): readonly string[] {
  const points = Array.from(oneLine(text ?? '', Number.MAX_SAFE_INTEGER));
  const pieces: string[] = [];
  for (let at = 0; at < points.length; at += LONGEST_LINE) pieces.push(points.slice(at, at + LONGEST_LINE).join(''));
  return pieces;
}

/** A text before and after, in as many lines as it takes to show all of it. */
export function textChanges(label: string, before: string | null, after: string | null): readonly Change[] {
  if (before === after) return [];
  const [old, young] = [piecesOf(before), piecesOf(after)];
  return Array.from({ length: Math.max(old.length, young.length) }, (_, place) => ({
    label: place === 0 ? label : `${label} (goes on)`,
    before: old[place] ?? null,
    after: young[place] ?? null,
  }));
}

export interface Difference {
  readonly changes: readonly Change[];
  /** Only of what differs. */
  readonly body: JsonObject;
  /** Asks for what was before. */
  readonly back: JsonObject;
  /** Whether `back` says all of it. */
  readonly isWhole: boolean;
}

/** What has to be sent to get from one to the other; null where nothing is different. */
export function differenceOf<S>(parts: readonly SettingPart<S>[], before: S, after: S): Difference | null {
  const different = parts.filter((part) => canonicalJson(part.body(before)) !== canonicalJson(part.body(after)));
  if (different.length === 0) return null;
  const inputs = different.map((part) => part.input(before));
  return {
    changes: different.flatMap((part) => part.changes(before, after)),
    body: bodyOf(different, after),
    back: Object.assign({}, ...inputs) as JsonObject,
    isWhole: !inputs.includes(null),
  };
}

function bodyOf<S>(parts: readonly SettingPart<S>[], settings: S): JsonObject {
  return Object.assign({}, ...parts.map((part) => part.body(settings))) as JsonObject;
}

/** As a creation takes it: what is not there is left out. */
export function bodyOfNew<S>(parts: readonly SettingPart<S>[], settings: S): JsonObject {
  return Object.fromEntries(Object.entries(bodyOf(parts, settings)).filter(([, value]) => value !== null));
}

/** Everything that words can ask for, and whether that is all. */
export function inputOf<S>(parts: readonly SettingPart<S>[], settings: S): Pick<Difference, 'back' | 'isWhole'> {
  const inputs = parts.map((part) => part.input(settings));
  return { back: Object.assign({}, ...inputs) as JsonObject, isWhole: !inputs.includes(null) };
}
