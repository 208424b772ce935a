import type { JsonObject } from '#domain/json.ts';

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
    | { readonly kind: 'duration'; readonly minMs: number; readonly maxMs: number; readonly suggest: readonly string[] }
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | { readonly kind: 'flag' }
    | { readonly kind: 'request' }
  );

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Stored form of each kind. Durations are milliseconds; a request is named by its full id. */
export interface FieldValues {
  readonly project: ProjectRef;
  readonly key: KeyRef;
  readonly text: string;
  readonly paragraph: string;
  readonly duration: number;
  readonly choice: string;
  readonly flag: boolean;
  readonly request: string;
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

/** The field a bare word after the verb fills: the first required reference, else the first field. */
export function targetFieldOf(fields: Fields): string | null {
  const names = Object.keys(fields);
  const reference = names.find((name) => {
    const kind = fields[name]?.kind;
    return kind === 'project' || kind === 'key' || kind === 'request';
  });
  return reference ?? names[0] ?? null;
}

/** `with-account` for the field `withAccount`: how a field is named on the command line. */
export function flagOf(fieldName: string): string {
  return fieldName.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
