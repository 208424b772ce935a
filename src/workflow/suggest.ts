import { isRefusal } from '#domain/refusal.ts';
import type { JsonObject } from '#domain/json.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Fields } from '#operations/field.ts';
import { admit } from './admit.ts';
import { orFailed } from './failed.ts';
import { findNear } from './find-named.ts';
import type { House } from './house.ts';
import type { Suggestion, UseCases } from './use-cases.ts';

/** Menus answer with ids, so what was picked already needs no look-up. */
function knownIds(fields: Fields, words: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(words)
      .filter(([name]) => fields[name] !== undefined)
      .map(([name, word]) => [name, { id: word }]),
  );
}

/** Type-ahead for one field. Somebody who may not use the bot sees nothing at all. */
export async function suggest(house: House, ask: Parameters<UseCases['suggest']>[0]): Promise<readonly Suggestion[]> {
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return [];
  const operation = findOperation(ask.operationId);
  const field = Object.entries(operation?.fields ?? {}).find(([name]) => name === ask.field)?.[1];
  if (operation === null || field === undefined) return [];
  const context = { priority: 'click', cause: `person:${ask.caller.slackId}` } as const;
  const known = knownIds(operation.fields, ask.words ?? {});
  const found = await orFailed(house.log, () => findNear(house, { field, word: ask.query, known, context, person }));
  if ('kind' in found) return [];
  const all = [...found.exact, ...found.near].map((each) => each.suggestion);
  return [...new Map(all.map((each) => [each.value, each])).values()];
}
