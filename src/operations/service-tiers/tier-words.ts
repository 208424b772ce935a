import { optionalTiers, type ServiceTiers } from '../objects/service-tiers.ts';

const words = ['all', 'standard', ...optionalTiers] as const;

/** `all`, or the tiers that may be used; the standard one always may, so that `standard` alone means no other. */
export const tierWords = {
  most: words.length,
  pattern: /^[a-z]+$/,
  patternHint: `The words are ${words.join(', ')}.`,
  allowed: words,
} as const;

/** Null where `all` stands beside others. */
export function tiersInWords(given: readonly string[]): ServiceTiers['allowed'] | null {
  if (given.includes('all')) return given.length === 1 ? 'all' : null;
  return optionalTiers.filter((tier) => given.includes(tier)).toSorted();
}

export function wordsOfTiers(allowed: ServiceTiers['allowed']): readonly string[] {
  return allowed === 'all' ? ['all'] : ['standard', ...allowed];
}
