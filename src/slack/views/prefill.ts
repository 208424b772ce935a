import { isJsonObject, type Json, type JsonObject } from '#domain/json.ts';
import type { Field, Fields } from '#operations/field.ts';
import { wordOf } from '#operations/word.ts';

/** What an element of a form starts with. */
export type Prefill =
  | { readonly kind: 'picked'; readonly value: string; readonly label: string }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'ticked' };
export type Prefills = Readonly<Record<string, Prefill>>;

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function prefillOf(field: Field, value: Json): Prefill | null {
  if (field.kind === 'flag') return value === true ? { kind: 'ticked' } : null;
  if (isJsonObject(value)) {
    return { kind: 'picked', value: textOf(value['id']), label: textOf(value['name']) || textOf(value['email']) };
  }
  if (field.kind !== 'choice') return { kind: 'typed', text: wordOf(field, value) };
  const chosen = textOf(value);
  const label = field.options.find((option) => option.value === chosen)?.label ?? chosen;
  return { kind: 'picked', value: chosen, label };
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
