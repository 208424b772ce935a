import { canonicalJson } from '#domain/canonical.ts';
import type { JsonObject } from '#domain/json.ts';
import type { ProviderSettings, Verification } from '../objects/identity-provider.ts';
import { writeJwks, sayJwks } from './jwks.ts';
import { type Pair, readPairs, writePairs } from './pairs.ts';
import { type SettingPart, textChanges } from './setting-part.ts';

type Part = SettingPart<ProviderSettings>;

/** Stands for the address at which issuers publish their keys by the standard. */
export const STANDARD = 'standard';

export const sayState = (isEnabled: boolean): string => (isEnabled ? 'on' : 'off');

export function sayVerification(verification: Verification): string {
  if (verification.by === 'keys') return sayJwks(verification.jwks);
  return verification.url === null ? 'keys that the issuer publishes' : `keys published at ${verification.url}`;
}

const verificationBody = (verification: Verification): JsonObject =>
  verification.by === 'keys'
    ? { type: 'uploaded_jwks', jwks: verification.jwks }
    : { type: 'discovery', discovery_url: verification.url };

function verificationInput(verification: Verification): JsonObject | null {
  if (verification.by === 'discovery') return { discovery: verification.url ?? STANDARD };
  const keys = writeJwks(verification.jwks);
  return keys === null ? null : { keys };
}

const pairsOf = ({ transformations }: ProviderSettings): readonly Pair[] =>
  transformations.map(({ attribute, expression }) => ({ name: attribute, value: expression }));

/** Pairs in words, as long as reading the words gives the same pairs again. */
export function pairsAgain(pairs: readonly Pair[]): string | null {
  const text = writePairs(pairs);
  return canonicalJson(readPairs(text)) === canonicalJson(pairs) ? text : null;
}

function attributeChanges(before: readonly Pair[], after: readonly Pair[]): ReturnType<Part['changes']> {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  const valueIn = (pairs: readonly Pair[], name: string) => pairs.find((pair) => pair.name === name)?.value ?? null;
  return names.flatMap((name) => textChanges(`Attribute ${name}`, valueIn(before, name), valueIn(after, name)));
}

function textPart(label: string, key: 'name' | 'issuer' | 'audience'): Part {
  return {
    changes: (before, after) => textChanges(label, before?.[key] ?? null, after[key]),
    body: (settings) => ({ [key]: settings[key] }),
    input: (settings) => ({ [key]: settings[key] }),
  };
}

/** Everything that can be set about a provider, in the words of the wire and of people (OpenAI API reference, 2026-11). */
export const providerParts: readonly Part[] = [
  textPart('Name', 'name'),
  textPart('Issuer', 'issuer'),
  textPart('Audience', 'audience'),
  {
    changes: (before, after) =>
      textChanges('Verified by', before && sayVerification(before.verification), sayVerification(after.verification)),
    body: ({ verification }) => ({ verification: verificationBody(verification) }),
    input: ({ verification }) => verificationInput(verification),
  },
  {
    changes: (before, after) => attributeChanges(before === null ? [] : pairsOf(before), pairsOf(after)),
    body: ({ transformations }) => ({ attribute_transformations: transformations }),
    input: (settings) => {
      const attributes = pairsAgain(pairsOf(settings));
      return attributes === null ? null : { attributes };
    },
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
