import { mannerOf } from '../consent.ts';
import { houseRules } from '../house-rules.ts';
import type { PermitRule, Policy } from '../policy.ts';
import { safeguardsOf } from '../safeguards-of.ts';
import type { OperationWord } from '../vocabulary.ts';
import { asksAsMuch, consentUnder } from './consent.ts';
import { speaksOf } from '../speaks-of.ts';
import { contains } from './contains.ts';
import type { Pair } from './difference.ts';
import { isAsStrict, protectsAsMuch } from './safeguards.ts';
import { differingKeys } from './same.ts';

/** What the comparison of a rule that permits knows; whatever else may come to differ counts as looser. */
export const permitKeys = [
  'kind',
  'name',
  'operations',
  'requesters',
  'projects',
  'bounds',
  'consent',
  'when',
  'manner',
  'safeguards',
];

/** The rules that permit, in the order in which they are tried; what is built in comes last. A standing rule lets nobody ask by itself. */
export const permitsOf = (policy: Policy): readonly PermitRule[] =>
  [...policy.rules, ...houseRules].filter((rule) => rule.kind === 'permit' && !rule.standing) as readonly PermitRule[];

/** A plan may be of another tier than its operation, so all of them are looked at. */
function asTiers(operation: OperationWord): readonly OperationWord[] {
  if (operation.kind === 'read') return [operation];
  return (['routine', 'destructive', 'critical'] as const).map((tier) => ({ ...operation, tier }));
}

function letsThroughWithLess(
  pair: Pair,
  operation: OperationWord,
  rules: { old: PermitRule; now: PermitRule },
): boolean {
  const { old, now } = rules;
  if (differingKeys(old, now, permitKeys).length > 0) return true;
  if (operation.kind === 'read') return false;
  return !asTiers(operation).every(
    (one) =>
      asksAsMuch(consentUnder(pair.is, now, one), consentUnder(pair.was, old, one)) &&
      protectsAsMuch(safeguardsOf(pair.is, now, one), safeguardsOf(pair.was, old, one)) &&
      isAsStrict(mannerOf(pair.is, now, one), mannerOf(pair.was, old, one)),
  );
}

/**
 * Whether this rule of the new policy, at this place, may let something through that the old policy refused, or with less consent. What it
 * fits has to be inside an old rule; and of the old rules that may have decided first, each either asked no more than this one does, or has
 * its cases taken by an earlier rule of the new policy.
 */
export function mayLoosen(pair: Pair, place: number): boolean {
  const [before, after] = [permitsOf(pair.was), permitsOf(pair.is)];
  const now = after[place];
  if (now === undefined) return false;
  return pair.vocabulary.operations.some((operation) => {
    if (!speaksOf(now, operation)) return false;
    const found = before.findIndex((old) => contains(pair, 'is-in-was', { inner: now, outer: old, operation }));
    if (found === -1) return true;
    return before.slice(0, found + 1).some((old) => {
      if (!speaksOf(old, operation) || !letsThroughWithLess(pair, operation, { old, now })) return false;
      return !after
        .slice(0, place)
        .some((earlier) => contains(pair, 'was-in-is', { inner: old, outer: earlier, operation }));
    });
  });
}
