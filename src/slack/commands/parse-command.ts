import { flagOf } from '#operations/field.ts';
import { asItComes, type ListWish } from '#operations/lists/list-wish.ts';
import type { Operation } from '#operations/operation.ts';
import { nearestFlags, nearestOperations } from './nearest.ts';
import { type Token, tokenize } from './tokenizer.ts';

/** What a typed command comes to. Words are not yet resolved to projects, keys and spans; the use cases do that. */
export type ParsedCommand =
  | { readonly kind: 'menu' }
  | { readonly kind: 'help'; readonly family: string | null }
  | { readonly kind: 'unknown'; readonly word: string; readonly nearest: readonly Operation[] }
  | { readonly kind: 'problem'; readonly sentence: string }
  | {
      readonly kind: 'run';
      readonly operation: Operation;
      readonly words: Readonly<Record<string, string>>;
      readonly reason: string;
      readonly wish: ListWish;
      readonly emergency: Emergency;
      /** When it is to be carried out, as typed; empty for as soon as it is approved. */
      readonly when: string;
      /** To be kept from everybody but those who decide. */
      readonly confidential: boolean;
    };

const problem = (sentence: string): ParsedCommand => ({ kind: 'problem', sentence });

// Phones turn two dashes into one long one.
const dashes = /^(?:--|—|–)(?=[a-z])/i;

/** `--break-glass`, with the link to the incident if one was given; null where it is an ordinary wish. */
type Emergency = { readonly incident: string | null } | null;

interface Reading {
  readonly operation: Operation;
  readonly words: Record<string, string>;
  reason: string;
  wish: ListWish;
  isEmergency: boolean;
  incident: string | null;
  when: string;
  isConfidential: boolean;
}

type Flag = { readonly name: string; readonly takesValue: boolean };

/** What every read takes beside its own fields, which come first where the names are the same. */
const listFlags = [
  ['csv', { name: 'csv', takesValue: false }],
  ['json', { name: 'json', takesValue: false }],
  ['sort', { name: 'sort', takesValue: true }],
  ['match', { name: 'match', takesValue: true }],
] as const satisfies readonly (readonly [string, Flag])[];

const stopFlags = [['reason', { name: 'reason', takesValue: true }]] as const;

/** What every change takes beside its own fields. */
const changeFlags = [
  ...stopFlags,
  ['break-glass', { name: 'break-glass', takesValue: false }],
  ['incident', { name: 'incident', takesValue: true }],
  ['at', { name: 'at', takesValue: true }],
  ['confidential', { name: 'confidential', takesValue: false }],
] as const;

function putEmergency(reading: Reading, name: string, value: string): boolean {
  if (Object.hasOwn(reading.operation.fields, name) || reading.operation.kind !== 'change') return false;
  if (name === 'break-glass') reading.isEmergency = true;
  else if (name === 'incident') reading.incident = value.trim();
  else if (name === 'at') reading.when = value.trim();
  else if (name === 'confidential') reading.isConfidential = true;
  else return false;
  return true;
}

function flagsOf(operation: Operation): ReadonlyMap<string, Flag> {
  const fields = Object.entries(operation.fields).map(
    ([name, field]) => [flagOf(name), { name, takesValue: field.kind !== 'flag' }] as const,
  );
  const common = { read: listFlags, change: changeFlags, stop: stopFlags }[operation.kind];
  return new Map<string, Flag>([...common, ...fields]);
}

function putWish(reading: Reading, name: string, value: string): string | null {
  const { wish } = reading;
  switch (name) {
    case 'csv':
    case 'json':
      if (wish.file !== null) return 'One file at a time: give --csv or --json once.';
      reading.wish = { ...wish, file: name };
      return null;
    case 'sort':
    case 'match':
      if (wish[name] !== null) return `--${name} is given twice. Give it once.`;
      if (value.trim() === '') return `--${name} needs a value after it.`;
      reading.wish = { ...wish, [name]: value.trim() };
      return null;
  }
  return null;
}

function isWish(reading: Reading, flag: Flag): boolean {
  const { kind, fields } = reading.operation;
  return kind === 'read' && !Object.hasOwn(fields, flag.name) && listFlags.some(([name]) => name === flag.name);
}

function put(reading: Reading, flag: Flag, value: string): string | null {
  if (isWish(reading, flag)) return putWish(reading, flag.name, value);
  if (putEmergency(reading, flag.name, value)) return null;
  if (flag.name === 'reason' && !Object.hasOwn(reading.operation.fields, 'reason')) {
    if (reading.reason !== '') return 'There are two reasons. Give one.';
    reading.reason = value;
    return null;
  }
  if (Object.hasOwn(reading.words, flag.name)) return `--${flagOf(flag.name)} is given twice. Give it once.`;
  reading.words[flag.name] = value;
  return null;
}

function readFlag(reading: Reading, tokens: readonly Token[], at: number): { used: number } | { sentence: string } {
  const token = tokens[at];
  const typed = (token?.text ?? '').replace(dashes, '');
  const equals = typed.indexOf('=');
  const given = (equals < 0 ? typed : typed.slice(0, equals)).toLowerCase();
  const flags = flagsOf(reading.operation);
  const flag = flags.get(given);
  if (flag === undefined) {
    const near = nearestFlags([...flags.keys()], given).map((name) => `--${name}`);
    const hint =
      near.length > 0
        ? ` Did you mean ${near.join(' or ')}?`
        : ` There is: ${[...flags.keys()].map((name) => `--${name}`).join(', ')}.`;
    return { sentence: `There is no --${given} here.${hint}` };
  }
  const next = tokens[at + 1];
  const isValue = next !== undefined && (next.quoted || !dashes.test(next.text));
  if (equals >= 0) return said(put(reading, flag, typed.slice(equals + 1)), 1);
  if (!flag.takesValue) return said(put(reading, flag, 'yes'), 1);
  if (!isValue) return { sentence: `--${given} needs a value after it.` };
  return said(put(reading, flag, next.text), 2);
}

function said(problemSentence: string | null, used: number): { used: number } | { sentence: string } {
  return problemSentence === null ? { used } : { sentence: problemSentence };
}

function readArguments(operation: Operation, tokens: readonly Token[]): ParsedCommand {
  const reading: Reading = {
    operation,
    words: {},
    reason: '',
    wish: asItComes,
    isEmergency: false,
    incident: null,
    when: '',
    isConfidential: false,
  };
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!token.quoted && /^(--help|—help|-h)$/i.test(token.text)) return { kind: 'help', family: operation.family };
    if (!token.quoted && dashes.test(token.text)) {
      const flag = readFlag(reading, tokens, at);
      if ('sentence' in flag) return problem(flag.sentence);
      at += flag.used;
      continue;
    }
    const target = operation.bare.find((name) => !Object.hasOwn(reading.words, name));
    if (target === undefined) {
      return problem(
        `“${token.text}” at column ${token.column} is one word too many. Put a name with spaces in quotes, or see: ${operation.example}`,
      );
    }
    reading.words[target] = token.text;
    at += 1;
  }
  const { words, reason, wish, isEmergency, incident, when, isConfidential: confidential } = reading;
  if (incident !== null && !isEmergency)
    return problem('--incident goes with --break-glass. Of any other wish, say it in the reason.');
  const emergency = isEmergency ? { incident } : null;
  return { kind: 'run', operation, words, reason, wish, emergency, when, confidential };
}

/** Reads what follows the command. The text has been searched for raw keys before; sentences here may repeat a word of it. */
export function parseCommand(text: string, catalogue: readonly Operation[]): ParsedCommand {
  const split = tokenize(text);
  if (split.kind === 'unclosed')
    return problem(`The quote at column ${split.column} is never closed. Close it, or leave it out.`);
  return parseWords(split.tokens, catalogue);
}

/** The same for what was split into words elsewhere. */
export function parseWords(tokens: readonly Token[], catalogue: readonly Operation[]): ParsedCommand {
  const [family, verb, ...rest] = tokens;
  if (family === undefined) return { kind: 'menu' };
  const word = family.text.toLowerCase();
  const families = new Set(catalogue.map((operation) => operation.family));
  if (word === 'help' || word === '--help' || word === '-h') {
    const asked = verb?.text.toLowerCase() ?? null;
    return asked === null || families.has(asked) ? { kind: 'help', family: asked } : unknown(asked, '', catalogue);
  }
  const named = catalogue.find((each) => each.family === word && each.verb === verb?.text.toLowerCase());
  if (named !== undefined) return readArguments(named, rest);
  const short = catalogue.find((operation) => operation.alias === word);
  if (short !== undefined) return readArguments(short, verb === undefined ? [] : [verb, ...rest]);
  if (verb === undefined) return families.has(word) ? { kind: 'help', family: word } : unknown(word, '', catalogue);
  return unknown(word, verb.text, catalogue);
}

function unknown(family: string, verb: string, catalogue: readonly Operation[]): ParsedCommand {
  return { kind: 'unknown', word: `${family} ${verb}`.trim(), nearest: nearestOperations(catalogue, family, verb) };
}
