import type { FreezeScope } from '#domain/freeze-scope.ts';
import { isSlackUserId, personId, slackUserId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { catalogue } from '#operations/catalogue.ts';
import { nameOf, personOf } from '#policy/people.ts';
import { matchProject } from '../naming/projects.ts';
import type { Keeper } from '../step-up/keeper.ts';

export const scopeWords = ['all', 'person', 'project', 'operation'] as const;
export type ScopeWord = (typeof scopeWords)[number];

const lacking = (rule: string): Refusal => refuse('host.freeze-what', { what: 'Nothing was frozen.', rule });

function personNamed(keeper: Keeper, word: string): FreezeScope | Refusal {
  const { policy } = keeper.policy();
  const wanted = word.toLowerCase();
  const found = Object.entries(policy.people).filter(([key, { name, slackIds, openaiEmail }]) =>
    [key, name, openaiEmail ?? '', ...slackIds].some((one) => one.toLowerCase() === wanted),
  );
  const [only] = found;
  if (found.length > 1)
    return lacking(`“${word}” names ${found.length} people. Name one as the policy does under people:.`);
  if (only !== undefined) return { of: 'person', person: personId(only[0]), name: only[1].name };
  if (!isSlackUserId(word))
    return lacking(`The policy knows nobody called “${word}”. Give their Slack id (U…), or freeze all.`);
  const person = personOf(policy, slackUserId(word));
  return { of: 'person', person, name: nameOf(policy, person) };
}

async function projectNamed(keeper: Keeper, word: string): Promise<FreezeScope | Refusal> {
  const { items } = await keeper.store.read.directory.projects();
  const { exact, near } = matchProject(items, word);
  const [only] = exact;
  if (exact.length > 1) return lacking(`“${word}” names ${exact.length} projects. Give the id of one: ${ids(exact)}.`);
  if (only !== undefined) return { of: 'project', id: only.suggestion.value, name: only.suggestion.label };
  // One that was made a moment ago is in no list yet, and nobody is asked here.
  if (/^proj_[A-Za-z0-9_]{3,60}$/.test(word)) return { of: 'project', id: word, name: word };
  const hint =
    near.length === 0
      ? ''
      : ` There is: ${near
          .slice(0, 5)
          .map(({ suggestion }) => suggestion.label)
          .join(', ')}.`;
  return lacking(`No project “${word}” is known here.${hint} Give its id (proj_…), or freeze all.`);
}

const ids = (found: readonly { readonly suggestion: { readonly value: string } }[]): string =>
  found.map(({ suggestion }) => suggestion.value).join(', ');

function operationNamed(word: string): FreezeScope | Refusal {
  const isKnown = catalogue.some(({ id, family }) => word === id || word === `${family}.*`);
  if (isKnown) return { of: 'operation', selector: word };
  return lacking(`There is no operation “${word}”. Write one such as keys.issue, or a family such as keys.*.`);
}

/** What words of the command line freeze, looked up in what the bot keeps; nobody else is asked. */
export async function scopeNamed(
  keeper: Keeper,
  what: ScopeWord,
  word: string | undefined,
): Promise<FreezeScope | Refusal> {
  if (what === 'all') return word === undefined ? { of: 'all' } : lacking('“all” takes nothing after it.');
  if (word === undefined) return lacking(`Say which ${what}.`);
  switch (what) {
    case 'person':
      return personNamed(keeper, word);
    case 'project':
      return projectNamed(keeper, word);
    case 'operation':
      return operationNamed(word);
  }
}
