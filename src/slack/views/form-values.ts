import { holdsRawKey } from '#domain/raw-key.ts';
import type { Field, Fields } from '#operations/field.ts';
import { inputSchema } from '#operations/input.ts';
import { parseWord } from '#operations/word.ts';
import type { SubmissionDelivery } from '../delivery.ts';
import type { Filled } from '../payload.ts';
import { fieldBlock, reasonBlock } from './form.ts';
import type { Prefill, Prefills } from './prefill.ts';

/** What somebody filled in: words to be resolved, the same to be shown again, and what is wrong at first sight, by block. */
export interface FilledForm {
  readonly words: Readonly<Record<string, string>>;
  readonly prefills: Prefills;
  readonly reason: string;
  readonly errors: Readonly<Record<string, string>>;
}

type Values = SubmissionDelivery['values'];

/** The one element of a block, whatever its action id. */
function filledIn(values: Values, blockId: string): Filled | null {
  return Object.values(values[blockId] ?? {})[0] ?? null;
}

export function typedIn(values: Values, blockId: string): string {
  return filledIn(values, blockId)?.value?.trim() ?? '';
}

/** What was picked in a select; empty where nothing was. */
export function pickedIn(values: Values, blockId: string): string {
  return filledIn(values, blockId)?.selected_option?.value ?? '';
}

/** Whether the one box of a block was ticked. */
export function tickedIn(values: Values, blockId: string): boolean {
  return (filledIn(values, blockId)?.selected_options ?? []).length > 0;
}

function answerOf(filled: Filled | null): { word: string; prefill: Prefill } | null {
  if (filled === null) return null;
  const picked = filled.selected_option;
  if (picked !== undefined && picked !== null) {
    return { word: picked.value, prefill: { kind: 'picked', value: picked.value, label: picked.text.text } };
  }
  if ((filled.selected_options ?? []).length > 0) return { word: 'yes', prefill: { kind: 'ticked' } };
  const text = filled.value?.trim() ?? '';
  return text === '' ? null : { word: text, prefill: { kind: 'typed', text } };
}

const leak = 'This looks like a secret key. Never type a key here; name it by its name or redacted value.';

/** What the operation's own schema says of a typed value. Whatever has to be looked up is judged later. */
function problemOf(field: Field, word: string): string | null {
  if (holdsRawKey(word)) return leak;
  const read = parseWord(field, word);
  if (read === null) return null;
  if (read.kind === 'problem') return read.sentence;
  const parsed = inputSchema({ value: field }).safeParse({ value: read.value });
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'This cannot be used.');
}

export function readForm(fields: Fields, values: Values): FilledForm {
  const words: Record<string, string> = {};
  const prefills: Record<string, Prefill> = {};
  const errors: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const answer = answerOf(filledIn(values, fieldBlock(name)));
    if (answer === null) continue;
    words[name] = answer.word;
    prefills[name] = answer.prefill;
    const problem = problemOf(field, answer.word);
    if (problem !== null) errors[fieldBlock(name)] = problem;
  }
  const reason = typedIn(values, reasonBlock);
  if (holdsRawKey(reason)) errors[reasonBlock] = leak;
  return { words, prefills, reason, errors };
}
