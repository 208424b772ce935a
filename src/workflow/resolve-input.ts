import { parseDuration } from '#domain/duration.ts';
import type { Json } from '#domain/json.ts';
import { holdsRawKey } from '#domain/raw-key.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Field } from '#operations/field.ts';
import { admit, noted } from './admit.ts';
import { orFailed } from './failed.ts';
import { findKeys, findProjects, findRequests } from './find-named.ts';
import type { House } from './house.ts';
import type { Problem, UseCases } from './use-cases.ts';
import type { CallContext } from './ports/vendor.ts';

type Understood = { readonly value: Json } | Omit<Problem, 'field'>;

const problem = (sentence: string, choices: Problem['choices'] = []): Understood => ({ sentence, choices });

/** Exactly one match is understood; none or several are said, with what to pick from. */
function only(found: Awaited<ReturnType<typeof findProjects>>, word: string, noun: string): Understood {
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

function yesNo(word: string): Understood {
  if (/^(|yes|true|on|1)$/i.test(word)) return { value: true };
  return /^(no|false|off|0)$/i.test(word) ? { value: false } : problem('Say yes or no.');
}

interface Word {
  readonly house: House;
  readonly field: Field;
  readonly word: string;
  readonly context: CallContext;
}

async function understand({ house, field, word, context }: Word): Promise<Understood> {
  if (holdsRawKey(word)) return problem('This looks like a secret key. Name a key by its name, id or redacted value.');
  switch (field.kind) {
    case 'project':
      return only(await findProjects(house, word, context), word, 'project');
    case 'key':
      return only(await findKeys(house, word, context), word, 'key');
    case 'request':
      return only(await findRequests(house, word), word, 'request');
    case 'duration': {
      const span = parseDuration(word);
      return span === null ? problem(`“${word}” is not a span. Write for example 30d or 12h.`) : { value: span };
    }
    case 'choice': {
      const option = field.options.find((each) => each.value.toLowerCase() === word.toLowerCase());
      const names = field.options.map((each) => each.value).join(', ');
      return option === undefined ? problem(`“${word}” is none of: ${names}.`) : { value: option.value };
    }
    case 'flag':
      return yesNo(word);
    case 'text':
    case 'paragraph':
      return { value: word };
  }
}

/** Turns typed or picked words into input: names into ids, spans into milliseconds. Says what is missing or unclear, never guesses. */
export async function resolveInput(
  house: House,
  ask: Parameters<UseCases['resolve']>[0],
): ReturnType<UseCases['resolve']> {
  const person = await admit(house, ask.caller);
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
  const context: CallContext = { priority: 'click', cause: `person:${ask.caller.slackId}` };
  return orFailed(house.log, async () => {
    const input: Record<string, Json> = {};
    const missing: string[] = [];
    const problems: Problem[] = [];
    for (const [name, field] of Object.entries(operation.fields)) {
      const word = ask.words[name]?.trim();
      if (word === undefined || (word === '' && field.kind !== 'flag')) {
        if (field.required) missing.push(name);
        continue;
      }
      const understood = await understand({ house, field, word, context });
      if ('value' in understood) input[name] = understood.value;
      else problems.push({ field: name, ...understood });
    }
    if (problems.length === 0 && missing.length === 0)
      problems.push(...shapeProblems(operation.parseInput(input), operation.fields));
    return { kind: 'resolution', input, missing, problems } as const;
  });
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
