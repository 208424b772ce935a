import { isRefusal } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import { admit } from './admit.ts';
import { orFailed } from './failed.ts';
import { findKeys, findProjects, findRequests, type FoundNamed } from './find-named.ts';
import type { House } from './house.ts';
import type { Suggestion, UseCases } from './use-cases.ts';

const nothing: FoundNamed = { exact: [], near: [] };

/** Type-ahead for one field. Somebody who may not use the bot sees nothing at all. */
export async function suggest(house: House, ask: Parameters<UseCases['suggest']>[0]): Promise<readonly Suggestion[]> {
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return [];
  const kind = findOperation(ask.operationId)?.fields[ask.field]?.kind;
  const context = { priority: 'click', cause: `person:${ask.caller.slackId}` } as const;
  const found = await orFailed(house.log, async () => {
    if (kind === 'project') return findProjects(house, ask.query, context);
    if (kind === 'key') return findKeys(house, ask.query, context);
    return kind === 'request' ? findRequests(house, ask.query) : nothing;
  });
  if ('kind' in found) return [];
  const all = [...found.exact, ...found.near].map((each) => each.suggestion);
  return [...new Map(all.map((each) => [each.value, each])).values()];
}
