import type { Rule } from '../policy.ts';
import { speaksOf } from '../speaks-of.ts';
import type { OperationWord } from '../vocabulary.ts';
import type { Pair } from './difference.ts';
import { movedGroup } from './groups.ts';
import { isSame, isWithin } from './same.ts';

/** Which way a rule is laid over another: a new one over an old one, or an old one over a new one. */
export type Over = 'is-in-was' | 'was-in-is';

/** A group that grew or that cannot be compared is a difference of its own; one that lost people lets a denial’s people go. */
function isStillThere(pair: Pair, over: Over, name: string): boolean {
  return over === 'is-in-was' || movedGroup(pair, name) !== 'shrank';
}

function requestersWithin(pair: Pair, over: Over, [inner, outer]: readonly [Rule, Rule]): boolean {
  if (outer.requesters === 'everyone') return true;
  if (inner.requesters === 'everyone') return false;
  return (
    isWithin(inner.requesters, outer.requesters) && inner.requesters.every((name) => isStillThere(pair, over, name))
  );
}

function projectsWithin({ was, is }: Pair, over: Over, [inner, outer]: readonly [Rule, Rule]): boolean {
  if (outer.projects === null) return true;
  if (inner.projects === null) return false;
  if (inner.projects !== 'production' && outer.projects !== 'production') {
    return isWithin(inner.projects, outer.projects);
  }
  const [from, to] = over === 'is-in-was' ? [is, was] : [was, is];
  return inner.projects === outer.projects && isWithin(from.production, to.production);
}

function boundsWithin(inner: Rule, outer: Rule): boolean {
  if (outer.kind === 'deny') return inner.kind === 'deny';
  if (inner.kind === 'deny') return false;
  const { lifetimeMaxMs, scopes } = outer.bounds;
  const isShorter =
    lifetimeMaxMs === null || (inner.bounds.lifetimeMaxMs !== null && inner.bounds.lifetimeMaxMs <= lifetimeMaxMs);
  return isShorter && (scopes === null || (inner.bounds.scopes !== null && isWithin(inner.bounds.scopes, scopes)));
}

/** What else is asked: whatever the outer rule asks the inner one asks just so. More of it only narrows. */
function whenWithin(inner: Rule, outer: Rule): boolean {
  const [narrow, wide] = [inner.when, outer.when];
  return Object.keys(wide).every((key) => Object.hasOwn(narrow, key) && isSame(narrow[key], wide[key]));
}

/** Whether the outer rule fits whatever the inner one fits, of this operation; false where that cannot be shown. */
export function contains(
  pair: Pair,
  over: Over,
  { inner, outer, operation }: { readonly inner: Rule; readonly outer: Rule; readonly operation: OperationWord },
): boolean {
  const both = [inner, outer] as const;
  return (
    speaksOf(outer, operation) &&
    requestersWithin(pair, over, both) &&
    projectsWithin(pair, over, both) &&
    boundsWithin(inner, outer) &&
    whenWithin(inner, outer)
  );
}
