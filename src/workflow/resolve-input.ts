import type { Json, JsonObject } from '#domain/json.ts';
import { holdsRawKey } from '#domain/raw-key.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Field } from '#operations/field.ts';
import type { Operation } from '#operations/operation.ts';
import { parseWord } from '#operations/word.ts';
import { clickContext } from './click-context.ts';
import { admitTo, noted } from './admit.ts';
import { orFailed } from './failed.ts';
import { findNamed, nounOf } from './find-named.ts';
import type { FoundNamed } from './naming/match.ts';
import type { House } from './house.ts';
import type { Problem, Resolution, UseCases } from './use-cases.ts';
import type { CallContext } from './ports/vendor.ts';
import type { Requester } from '#operations/operation.ts';

type Understood = { readonly value: Json } | Omit<Problem, 'field'>;

const problem = (sentence: string, choices: Problem['choices'] = []): Understood => ({ sentence, choices });

/** Exactly one match is understood; none or several are said, with what to pick from. */
function only(found: FoundNamed, word: string, noun: string): Understood {
  const [first] = found.exact;
  if (found.exact.length === 1 && first !== undefined) return { value: first.value };
  if (found.exact.length > 1) {
    return problem(
      `“${word}” fits ${found.exact.length} ${noun}s. Pick one.`,
      found.exact.map((each) => each.suggestion),
    );
  }
  return problem(
    `There is no ${noun} “${word}”.`,
    found.near.map((each) => each.suggestion),
  );
}

interface Word {
  readonly house: House;
  readonly field: Field;
  readonly word: string;
  /** What was understood of the fields before this one: a thing is looked for inside them. */
  readonly known: JsonObject;
  readonly context: CallContext;
  readonly person: Requester;
}

async function understand({ house, field, word, known, context, person }: Word): Promise<Understood> {
  if (holdsRawKey(word)) return problem('This looks like a secret key. Name a key by its name, id or redacted value.');
  const parsed = parseWord(field, word);
  if (parsed !== null) return parsed.kind === 'value' ? parsed : problem(parsed.sentence);
  return only(await findNamed(house, { field, word, known, context, person }), word, nounOf(field));
}

/** Turns typed or picked words into input: names into ids, spans into milliseconds. Says what is missing or unclear, never guesses. */
export async function resolveInput(
  house: House,
  ask: Parameters<UseCases['resolve']>[0],
): ReturnType<UseCases['resolve']> {
  const person = await admitTo(house, ask.caller, ask.operationId);
  if (isRefusal(person)) return person;
  const operation = findOperation(ask.operationId);
  if (operation === null) {
    const rule = 'Type /openai help to see what there is.';
    return noted(
      house,
      ask.caller,
      refuse('input.unknown-operation', { what: `There is no ${ask.operationId}.`, rule }),
    );
  }
  const context = clickContext(ask.caller);
  return orFailed(house.log, () => understandWords(house, { operation, words: ask.words, context, person }));
}

/** Whoever is mentioned is named by their account; in a sentence the mention stays as it was typed. */
function unmentioned({ kind }: Field, word: string | undefined): string | undefined {
  return kind === 'paragraph' ? word : word?.replaceAll(/<@([UW][A-Z0-9]{2,20})>/g, '$1');
}

/** The same for whoever was let in elsewhere. */
export async function understandWords(
  house: House,
  given: { operation: Operation; words: Readonly<Record<string, string>> } & Pick<Word, 'context' | 'person'>,
): Promise<Resolution> {
  const { operation, words, context, person } = given;
  const input: Record<string, Json> = {};
  const missing: string[] = [];
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(operation.fields)) {
    const word = unmentioned(field, words[name]?.trim());
    if (word === undefined || (word === '' && field.kind !== 'flag')) {
      if (field.required) missing.push(name);
      continue;
    }
    const understood = await understand({ house, field, word, known: { ...input }, context, person });
    if ('value' in understood) input[name] = understood.value;
    else problems.push({ field: name, ...understood });
  }
  if (problems.length === 0 && missing.length === 0)
    problems.push(...shapeProblems(operation.parseInput(input), operation.fields));
  return { kind: 'resolution', input, missing, problems };
}

function shapeProblems(
  parsed:
    | { success: true }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } },
  fields: Readonly<Record<string, Field>>,
): readonly Problem[] {
  if (parsed.success) return [];
  return parsed.error.issues
    .map((issue) => ({ field: String(issue.path[0] ?? ''), sentence: issue.message, choices: [] }))
    .filter((each) => fields[each.field] !== undefined);
}
