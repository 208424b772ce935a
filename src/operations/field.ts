import type { JsonObject } from '#domain/json.ts';
import type { Endpoint } from './endpoint.ts';

export interface ProjectRef {
  readonly id: string;
  readonly name: string;
}
export interface KeyRef {
  readonly id: string;
  readonly name: string;
  readonly redacted: string;
  readonly project: ProjectRef;
}

/** Somebody with a user in the organization. */
export interface UserRef {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** Anything else that the vendor lists: a group, a role, a certificate, … */
export interface ThingRef {
  readonly id: string;
  readonly name: string;
}

/** Where things of a kind are listed, and how an item of that list is named. */
export interface Listing {
  readonly endpoint: Endpoint;
  /** Values of the endpoint's `{…}` by the name of the field that gives them: `{ project_id: 'project' }`. */
  readonly params: Readonly<Record<string, string>>;
  /** Dotted paths into an item. */
  readonly id: string;
  readonly name: string;
}

interface Common<Required extends boolean> {
  readonly label: string;
  /** One short sentence under the input. */
  readonly hint: string;
  readonly required: Required;
  /** What the form starts with, in the words a person would type. */
  readonly initial?: string;
}

/** One thing an operation asks for. Its kind fixes how it is typed, picked, checked and stored. */
export type Field<Required extends boolean = boolean> = Common<Required> &
  (
    | { readonly kind: 'project' }
    | { readonly kind: 'key' }
    | { readonly kind: 'text'; readonly max: number; readonly pattern: RegExp; readonly patternHint: string }
    | { readonly kind: 'paragraph'; readonly max: number }
    | {
        readonly kind: 'duration';
        readonly minMs: number;
        readonly maxMs: number;
        readonly suggest: readonly string[];
        /** A shorter span is less, whatever else is asked for; an approver may suggest it. So are the others below. */
        readonly narrows?: 'shorter';
      }
    | {
        readonly kind: 'choice';
        readonly options: readonly Option[];
        /** For each option, every one that allows strictly less. */
        readonly less?: Readonly<Record<string, readonly string[]>>;
      }
    | { readonly kind: 'flag' }
    | { readonly kind: 'request' }
    | { readonly kind: 'user' }
    | { readonly kind: 'thing'; readonly noun: string; readonly listing: Listing }
    | { readonly kind: 'money'; readonly minCents: number; readonly maxCents: number; readonly narrows?: 'lower' }
    | {
        readonly kind: 'count';
        readonly min: number;
        readonly max: number;
        readonly unit: string;
        readonly narrows?: 'lower';
      }
    /** Several words, separated by commas or spaces; `allowed: null` lets any that fit the pattern. */
    | {
        readonly kind: 'words';
        readonly most: number;
        readonly pattern: RegExp;
        readonly patternHint: string;
        readonly allowed: readonly string[] | null;
        /** Some of the words are less than all of them. */
        readonly narrows?: 'subset';
      }
  );

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Stored form of each kind. Durations are milliseconds, money is US cents; a request is named by its full id. */
export interface FieldValues {
  readonly project: ProjectRef;
  readonly key: KeyRef;
  readonly text: string;
  readonly paragraph: string;
  readonly duration: number;
  readonly choice: string;
  readonly flag: boolean;
  readonly request: string;
  readonly user: UserRef;
  readonly thing: ThingRef;
  readonly money: number;
  readonly count: number;
  readonly words: readonly string[];
}

export type FieldKind = keyof FieldValues;
export type Fields = Readonly<Record<string, Field>>;

/** The input that an operation's fields describe: what was not given and is not required is null. */
export type InputOf<F extends Fields> = {
  readonly [Name in keyof F]: F[Name]['required'] extends true
    ? FieldValues[F[Name]['kind']]
    : FieldValues[F[Name]['kind']] | null;
};

/** Input as it is stored and hashed. */
export type StoredInput = JsonObject;

/** Kinds whose words name something that has to be looked up. */
export function isLookedUp(kind: FieldKind): boolean {
  return kind === 'project' || kind === 'key' || kind === 'request' || kind === 'user' || kind === 'thing';
}

/** The field that a word without a flag fills, where an operation does not say: the first required reference, else the first field. */
export function bareFieldsOf(fields: Fields): readonly string[] {
  const names = Object.keys(fields);
  const reference = names.find((name) => {
    const field = fields[name];
    return field !== undefined && field.required && isLookedUp(field.kind);
  });
  return reference === undefined ? names.slice(0, 1) : [reference];
}

/** `with-account` for the field `withAccount`: how a field is named on the command line. */
export function flagOf(fieldName: string): string {
  return fieldName.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
