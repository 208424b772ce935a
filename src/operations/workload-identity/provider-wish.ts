import type { Field } from '../field.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { ProviderSettings, Verification } from '../objects/identity-provider.ts';
import { readJwks } from './jwks.ts';
import { readPairs } from './pairs.ts';
import { STANDARD } from './provider-parts.ts';
import { description, longText, state, text } from './setting-fields.ts';

// OpenAI's own bounds (OpenAI API reference, 2026-11).
const MOST_ATTRIBUTES = 20;
const LONGEST_ATTRIBUTE = 256;
const LONGEST_EXPRESSION = 4096;

export const providerFields = {
  name: { ...text, label: 'Name', hint: 'What people will call it: github-actions.' },
  issuer: {
    ...text,
    label: 'Issuer',
    hint: 'As tokens name it: https://token.actions.githubusercontent.com.',
    pattern: /^https:\/\/\S+$/,
    patternHint: 'Write an address that begins with https://.',
  },
  audience: {
    ...text,
    label: 'Audience',
    hint: 'For whom tokens must be made out: https://api.openai.com/v1.',
    pattern: /^\S+$/,
    patternHint: 'Write it without spaces.',
  },
} as const;

export const optionalProviderFields = {
  attributes: {
    ...longText,
    label: 'Attributes',
    hint: 'One a line: openai.repository = assertion.repository. Write none for none.',
    required: false,
  },
  discovery: {
    ...text,
    label: 'Where its keys are published',
    hint: 'An address, or standard for where issuers usually publish them.',
    pattern: /^(standard|https:\/\/\S+)$/,
    patternHint: 'Write standard, or an address that begins with https://.',
    required: false,
  },
  keys: { ...longText, label: 'Or its public keys', hint: 'The whole JWKS as JSON.', required: false },
  description,
  state,
} as const satisfies Readonly<Record<string, Field<false>>>;

/** What of an input says how a provider shall be; null leaves it as it is. */
export interface ProviderInput {
  readonly name: string | null;
  readonly issuer: string | null;
  readonly audience: string | null;
  readonly attributes: string | null;
  readonly discovery: string | null;
  readonly keys: string | null;
  readonly description: string | null;
  readonly noDescription: boolean | null;
  readonly state: string | null;
}

function transformationsOf(words: string): ProviderSettings['transformations'] | Refusal {
  const pairs = readPairs(words);
  const fits =
    pairs !== null &&
    pairs.length <= MOST_ATTRIBUTES &&
    pairs.every(({ name, value }) => name.length <= LONGEST_ATTRIBUTE && value.length <= LONGEST_EXPRESSION);
  if (fits) return pairs.map(({ name, value }) => ({ attribute: name, expression: value }));
  return refuse('workload-identity.attributes', {
    what: 'These attributes cannot be read.',
    rule: `One a line, as name = expression, each name once; at most ${MOST_ATTRIBUTES}.`,
  });
}

function verificationOf({ discovery, keys }: ProviderInput): Verification | null | Refusal {
  if (discovery !== null && keys !== null) {
    return refuse('workload-identity.two-verifications', {
      what: 'Both an address of keys and keys themselves are given.',
      rule: 'A provider’s tokens are verified in one way: by keys that it publishes, or by keys that are uploaded.',
    });
  }
  if (discovery !== null) return { by: 'discovery', url: discovery === STANDARD ? null : discovery };
  if (keys === null) return null;
  const jwks = readJwks(keys);
  return isRefusal(jwks) ? jwks : { by: 'keys', jwks };
}

/** The settings that somebody wants, where everything that was not said stays as it is. */
export function providerWish(input: ProviderInput, before: ProviderSettings): ProviderSettings | Refusal {
  const verification = verificationOf(input);
  if (isRefusal(verification)) return verification;
  const transformations = input.attributes === null ? before.transformations : transformationsOf(input.attributes);
  if (isRefusal(transformations)) return transformations;
  return {
    name: input.name ?? before.name,
    issuer: input.issuer ?? before.issuer,
    audience: input.audience ?? before.audience,
    description: input.noDescription === true ? null : (input.description ?? before.description),
    transformations,
    verification: verification ?? before.verification,
    isEnabled: input.state === null ? before.isEnabled : input.state === 'on',
  };
}
