import { isJsonObject, type Json, type JsonObject } from '#domain/json.ts';
import type { Field, Fields } from '#operations/field.ts';
import { durationWords } from './duration-words.ts';

/** What an element of a form starts with. */
export type Prefill =
  | { readonly kind: 'picked'; readonly value: string; readonly label: string }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'ticked' };
export type Prefills = Readonly<Record<string, Prefill>>;

/** Stored names and values are texts; anything else is shown as the JSON it is. */
function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

function prefillOf(field: Field, value: Json): Prefill | null {
  switch (field.kind) {
    case 'project':
    case 'key':
      return isJsonObject(value) ? { kind: 'picked', value: textOf(value['id']), label: textOf(value['name']) } : null;
    case 'choice':
      return {
        kind: 'picked',
        value: textOf(value),
        label: field.options.find((option) => option.value === value)?.label ?? textOf(value),
      };
    case 'duration':
      return typeof value === 'number' ? { kind: 'typed', text: durationWords(value) } : null;
    case 'flag':
      return value === true ? { kind: 'ticked' } : null;
    case 'text':
    case 'paragraph':
    case 'request':
      return { kind: 'typed', text: textOf(value) };
  }
}

/** What was understood already, as a form shows it. */
export function prefillsOf(fields: Fields, input: JsonObject): Prefills {
  const entries = Object.entries(fields).flatMap(([name, field]) => {
    const value = input[name];
    const prefill = value === undefined || value === null ? null : prefillOf(field, value);
    return prefill === null ? [] : [[name, prefill] as const];
  });
  return Object.fromEntries(entries);
}
