import { canonicalJson } from '#domain/canonical.ts';
import type { Json } from '#domain/json.ts';
import type { Field, Fields, StoredInput } from './field.ts';

const isText = (value: Json): value is string => typeof value === 'string';

function isPart(from: Json | undefined, to: Json | undefined): boolean {
  if (!Array.isArray(from) || !Array.isArray(to)) return false;
  const [all, some] = [from as readonly Json[], to as readonly Json[]];
  // Without any it could mean the opposite: OpenAI reads no scopes as every scope.
  if (some.length === 0 || !all.every(isText) || !some.every(isText)) return false;
  return new Set(some).size < new Set(all).size && some.every((word) => all.includes(word));
}

const isLess = (from: Json | undefined, to: Json | undefined): boolean =>
  typeof from === 'number' && typeof to === 'number' && to < from;

/**
 * Whether `to` asks for strictly less than `from`, by what the field declares about itself. False for whatever cannot be compared: what was
 * left out means something of its own, and a field that declares nothing has no less.
 */
export function isNarrower(field: Field, from: Json | undefined, to: Json | undefined): boolean {
  switch (field.kind) {
    case 'duration':
      return field.narrows === 'shorter' && isLess(from, to);
    case 'money':
    case 'count':
      return field.narrows === 'lower' && isLess(from, to);
    case 'words':
      return field.narrows === 'subset' && isPart(from, to);
    case 'choice': {
      const less = typeof from === 'string' && Object.hasOwn(field.less ?? {}, from) ? field.less?.[from] : [];
      return typeof to === 'string' && less?.includes(to) === true;
    }
    case 'project':
    case 'key':
    case 'text':
    case 'paragraph':
    case 'flag':
    case 'request':
    case 'user':
    case 'thing':
      return false;
  }
}

/** Whether anything of this kind could ask for less than this value. */
function hasLess(field: Field, value: Json | undefined): boolean {
  switch (field.kind) {
    case 'duration':
      return field.narrows === 'shorter' && isLess(value, field.minMs);
    case 'money':
      return field.narrows === 'lower' && isLess(value, field.minCents);
    case 'count':
      return field.narrows === 'lower' && isLess(value, field.min);
    case 'words':
      return field.narrows === 'subset' && Array.isArray(value) && value.length > 1;
    case 'choice':
      return typeof value === 'string' && (field.less?.[value] ?? []).length > 0;
    case 'project':
    case 'key':
    case 'text':
    case 'paragraph':
    case 'flag':
    case 'request':
    case 'user':
    case 'thing':
      return false;
  }
}

/** The fields of this input that somebody could ask less in. */
export function narrowable(fields: Fields, input: StoredInput): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name, field]) => hasLess(field, input[name])));
}

/** What of an input is less in another one, if that other one is the same or less in everything. */
export type Narrowing =
  | { readonly kind: 'narrower'; readonly fields: readonly string[] }
  | { readonly kind: 'same' }
  /** This field asks for more, or for something else. */
  | { readonly kind: 'wider'; readonly field: string };

export function compareInputs(fields: Fields, from: StoredInput, to: StoredInput): Narrowing {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const different = names.filter((name) => canonicalJson(from[name] ?? null) !== canonicalJson(to[name] ?? null));
  const wider = different.find((name) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field === undefined || !isNarrower(field, from[name], to[name]);
  });
  if (wider !== undefined) return { kind: 'wider', field: wider };
  return different.length === 0 ? { kind: 'same' } : { kind: 'narrower', fields: different };
}
