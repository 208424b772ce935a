import { canonicalJson } from '#domain/canonical.ts';
import type { Matchers, RuleSettings } from '../objects/federation-rule.ts';
import { type Pair, readPairs } from './pairs.ts';
import { pairsAgain, sayState } from './provider-parts.ts';
import { type SettingPart, textChanges } from './setting-part.ts';

type Part = SettingPart<RuleSettings>;
type Matched = Matchers[string];

/** Stands for everything that the service account may do. */
export const WHOLE_ACCOUNT = 'account';

const TYPED = /^(true|false|-?\d{1,15}(\.\d{1,15})?)$/;
const QUOTED = /^"(?:[^"\\]|\\.)*"$/;

function parseQuoted(word: string): string | null {
  try {
    return String(JSON.parse(word));
  } catch {
    return null;
  }
}

/** `true` and `12` are what they look like; in double quotes they are text. */
function matchedOf(word: string): Matched {
  if (TYPED.test(word)) return word === 'true' || (word === 'false' ? false : Number(word));
  return QUOTED.test(word) ? (parseQuoted(word) ?? word) : word;
}

function wordOfMatched(value: Matched): string {
  if (typeof value !== 'string') return String(value);
  return matchedOf(value) === value && value.trim() === value && !value.includes('\n') ? value : JSON.stringify(value);
}

const pairsOf = (matchers: Matchers): readonly Pair[] =>
  Object.keys(matchers)
    .toSorted()
    .map((name) => ({ name, value: wordOfMatched(matchers[name] ?? '') }));

/** Null where a line is no pair. At least one is needed: a rule without lets everybody in whom the provider vouches for. */
export function readMatchers(words: string): Matchers | null {
  const pairs = readPairs(words);
  if (pairs === null || pairs.length === 0) return null;
  return Object.fromEntries(pairs.map(({ name, value }) => [name, matchedOf(value)]));
}

function matchersAgain(matchers: Matchers): string | null {
  const words = pairsAgain(pairsOf(matchers));
  return words !== null && canonicalJson(readMatchers(words)) === canonicalJson(matchers) ? words : null;
}

/** `notebook = forecast, protected = true`. */
export function sayMatchers(matchers: Matchers): string {
  const said = pairsOf(matchers).map(({ name, value }) => `${name} = ${value}`);
  return said.length === 0 ? 'anything' : said.join(', ');
}

export const sayRuleScopes = (scopes: RuleSettings['scopes']): string =>
  scopes === null ? 'everything that the service account may do' : scopes.join(', ');

function matcherChanges(before: Matchers, after: Matchers): ReturnType<Part['changes']> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  const wordIn = (matchers: Matchers, name: string): string | null => {
    const value = matchers[name];
    return value === undefined ? null : wordOfMatched(value);
  };
  return names.flatMap((name) => textChanges(`Needs ${name}`, wordIn(before, name), wordIn(after, name)));
}

/** Everything that can be set about a rule, in the words of the wire and of people (OpenAI API reference, 2026-11). */
export const ruleParts: readonly Part[] = [
  {
    changes: (before, after) => textChanges('Name', before?.name ?? null, after.name),
    body: ({ name }) => ({ name }),
    // A rule without a name cannot be asked for: every rule that is made or renamed here gets one.
    input: ({ name }) => (name === null ? null : { name }),
  },
  {
    changes: (before, after) => matcherChanges(before?.matchers ?? {}, after.matchers),
    body: ({ matchers }) => ({ attribute_matchers: matchers }),
    input: ({ matchers }) => {
      const matches = matchersAgain(matchers);
      return matches === null ? null : { matches };
    },
  },
  {
    changes: (before, after) => textChanges('May', before && sayRuleScopes(before.scopes), sayRuleScopes(after.scopes)),
    body: ({ scopes }) => ({
      permissions: scopes === null ? { type: 'service_account_default' } : { type: 'restricted', scopes },
    }),
    input: ({ scopes }) => ({ scopes: scopes ?? [WHOLE_ACCOUNT] }),
  },
  {
    changes: (before, after) => textChanges('Description', before?.description ?? null, after.description),
    body: ({ description }) => ({ description }),
    input: ({ description }) => (description === null ? { noDescription: true } : { description }),
  },
  {
    changes: (before, after) => textChanges('State', before && sayState(before.isEnabled), sayState(after.isEnabled)),
    body: ({ isEnabled }) => ({ enabled: isEnabled }),
    input: ({ isEnabled }) => ({ state: sayState(isEnabled) }),
  },
];
