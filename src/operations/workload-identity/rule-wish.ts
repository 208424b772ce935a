import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Field } from '../field.ts';
import type { RuleSettings } from '../objects/federation-rule.ts';
import { readMatchers, WHOLE_ACCOUNT } from './rule-parts.ts';
import { description, longText, state, text } from './setting-fields.ts';

export const ruleNameField = { ...text, label: 'Name', hint: 'What people will call it: deploy.' } as const;

export const matchesField = {
  ...longText,
  label: 'Whoever has',
  hint: 'One attribute a line, all of them needed: repository = acme/search.',
} as const;

export const optionalRuleFields = {
  scopes: {
    kind: 'words',
    label: 'May do',
    hint: 'For example api.model.request; account for everything that the service account may do.',
    required: false,
    // Several times the scopes there are; a longer list is a slip of the hand.
    most: 100,
    pattern: /^(account|[a-z][\w.]{1,199})$/,
    patternHint: 'Write scopes as OpenAI spells them, such as api.model.request, or account.',
    allowed: null,
  },
  description,
  state,
} as const satisfies Readonly<Record<string, Field<false>>>;

/** What of an input says how a rule shall be; null leaves it as it is. */
export interface RuleInput {
  readonly name: string | null;
  readonly matches: string | null;
  readonly scopes: readonly string[] | null;
  readonly description: string | null;
  readonly noDescription: boolean | null;
  readonly state: string | null;
}

function scopesOf(words: readonly string[]): RuleSettings['scopes'] | Refusal {
  if (!words.includes(WHOLE_ACCOUNT)) return words.toSorted();
  if (words.length === 1) return null;
  return refuse('workload-identity.scopes', {
    what: `“${WHOLE_ACCOUNT}” stands beside other scopes.`,
    rule: `“${WHOLE_ACCOUNT}” is everything that the service account may do, so it stands alone.`,
  });
}

/** The settings that somebody wants, where everything that was not said stays as it is. */
export function ruleWish(input: RuleInput, before: RuleSettings): RuleSettings | Refusal {
  const matchers = input.matches === null ? before.matchers : readMatchers(input.matches);
  if (matchers === null) {
    return refuse('workload-identity.matches', {
      what: 'What identities must have cannot be read.',
      rule: 'One attribute a line, as name = value, each name once, at least one: a rule without lets everybody in.',
    });
  }
  const scopes = input.scopes === null ? before.scopes : scopesOf(input.scopes);
  if (isRefusal(scopes)) return scopes;
  return {
    name: input.name ?? before.name,
    description: input.noDescription === true ? null : (input.description ?? before.description),
    matchers,
    scopes,
    isEnabled: input.state === null ? before.isEnabled : input.state === 'on',
  };
}
