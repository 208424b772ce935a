import { durationWord, parseDuration } from '#domain/duration.ts';
import { isJsonObject, type Json } from '#domain/json.ts';
import { formatCents, parseDollars } from '#domain/money.ts';
import { oneLine } from '#domain/printable.ts';
import type { Field } from './field.ts';

/** What a typed word comes to, or why it does not. */
export type Parsed =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'problem'; readonly sentence: string };

const value = (parsed: Json): Parsed => ({ kind: 'value', value: parsed });
const problem = (sentence: string): Parsed => ({ kind: 'problem', sentence });

function yesNo(word: string): Parsed {
  if (/^(|yes|true|on|1)$/i.test(word)) return value(true);
  return /^(no|false|off|0)$/i.test(word) ? value(false) : problem('Say yes or no.');
}

function choice(field: Extract<Field, { kind: 'choice' }>, word: string): Parsed {
  const option = field.options.find((each) => each.value.toLowerCase() === word.toLowerCase());
  if (option !== undefined) return value(option.value);
  return problem(`“${oneLine(word, 40)}” is none of: ${field.options.map((each) => each.value).join(', ')}.`);
}

/** Reads a word of a kind that needs no looking up; null for those that do. Bounds are the schema's business, not checked here. */
export function parseWord(field: Field, word: string): Parsed | null {
  switch (field.kind) {
    case 'duration': {
      const span = parseDuration(word);
      return span === null
        ? problem(`“${oneLine(word, 40)}” is not a span. Write for example 30d or 12h.`)
        : value(span);
    }
    case 'money': {
      const cents = parseDollars(word);
      return cents === null
        ? problem(`“${oneLine(word, 40)}” is not an amount. Write dollars, for example $250.`)
        : value(cents);
    }
    case 'count':
      return /^\d{1,15}$/.test(word.replaceAll(/[,_\s]/g, ''))
        ? value(Number(word.replaceAll(/[,_\s]/g, '')))
        : problem(`“${oneLine(word, 40)}” is not a whole number of ${field.unit}.`);
    case 'words':
      return value([...new Set(word.split(/[\s,]+/).filter((each) => each !== ''))]);
    case 'choice':
      return choice(field, word);
    case 'flag':
      return yesNo(word);
    case 'text':
    case 'paragraph':
      return value(word);
    case 'project':
    case 'key':
    case 'request':
    case 'user':
    case 'thing':
      return null;
  }
}

const text = (stored: Json | undefined): string => (typeof stored === 'string' ? stored : '');

/** A stored value as a person would type it again; of a reference its id. */
export function wordOf(field: Field, stored: Json): string {
  if (isJsonObject(stored)) return text(stored['id']);
  if (Array.isArray(stored)) return (stored as readonly Json[]).map(text).join(', ');
  if (typeof stored === 'boolean') return stored ? 'yes' : 'no';
  if (typeof stored !== 'number') return text(stored);
  if (field.kind === 'money') return formatCents(stored);
  return field.kind === 'duration' ? durationWord(stored) : String(stored);
}
