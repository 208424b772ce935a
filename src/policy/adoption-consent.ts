import type { OperationId } from '#domain/ids.ts';
import type { Asked, Policy } from './policy.ts';

const ADOPT = 'policy.adopt';

/** Two pairs of eyes on the rules themselves, whatever these rules say: one person who may change them may do everything. */
const FEWEST = 2;

/** Every group from which the policy asks consent for anything. */
function approverGroups({ tiers, rules }: Policy): readonly string[] {
  const consents = [
    ...Object.values(tiers),
    ...rules.flatMap((rule) => (rule.kind === 'permit' ? [rule.consent] : [])),
  ];
  const from = consents.flatMap((consent) =>
    consent.kind === 'several' ? consent.asked.flatMap((one) => one.from) : (consent.from ?? []),
  );
  return [...new Set(from)].toSorted();
}

/**
 * What is asked before another policy may count. A policy that leaves open from whom asks everybody from whom it asks anything, so that there
 * is no policy under which nobody could agree to the next one.
 */
export function askedForAdoption(policy: Policy, asked: readonly Asked[] | null): readonly Asked[] {
  const from = asked ?? [{ count: FEWEST, from: approverGroups(policy) }];
  const total = from.reduce((sum, { count }) => sum + count, 0);
  return total >= FEWEST ? from : from.map((one) => ({ ...one, count: FEWEST }));
}

export const isAdoption = (id: OperationId): boolean => id === ADOPT;
