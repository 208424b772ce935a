import { askedOf } from '../consent.ts';
import type { Asked, PermitRule, Policy } from '../policy.ts';
import type { OperationWord } from '../vocabulary.ts';
import { isWithin } from './same.ts';

/** What a rule asks for an operation, or null for what can never be met: nobody is ever let through by it. */
export function consentUnder(policy: Policy, rule: PermitRule, operation: OperationWord): readonly Asked[] | null {
  const asked = askedOf(policy, rule, operation);
  const isSound = asked !== null && asked.length > 0 && asked.every(({ count }) => count >= 1);
  return isSound ? asked : null;
}

/**
 * Whether whoever satisfies the first always satisfies the second: each demand of the second is covered by a demand of its own of the first,
 * for as many people out of no wider a choice of groups. How the people of a group moved is compared with the groups.
 */
export function asksAsMuch(first: readonly Asked[] | null, second: readonly Asked[] | null): boolean {
  if (first === null) return true;
  return second !== null && cover(first, second);
}

/** At most five demands a side, so trying every pairing is a hundred and twenty steps. */
function cover(first: readonly Asked[], second: readonly Asked[]): boolean {
  const [demand, ...rest] = second;
  if (demand === undefined) return true;
  return first.some(
    (one, i) => one.count >= demand.count && isWithin(one.from, demand.from) && cover(first.toSpliced(i, 1), rest),
  );
}
