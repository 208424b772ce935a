import { canonicalJson } from '#domain/canonical.ts';
import { unreachable } from '#domain/invariant.ts';
import { type Json, type JsonObject, valueAt } from '#domain/json.ts';
import type { Proof } from './plan.ts';

/** What a look at the vendor proves about a step. `evidence` stands in for the lost answer. */
export type Judgement =
  | { readonly kind: 'applied'; readonly evidence: Json }
  | { readonly kind: 'absent' }
  /** More than one thing fits, so nobody can say which is ours. */
  | { readonly kind: 'contradictory'; readonly sentence: string };

const sorted = (value: Json): Json =>
  Array.isArray(value) ? (value as readonly Json[]).map((each) => canonicalJson(each)).toSorted() : value;

/** Lists are compared as sets: a vendor may answer the same models or scopes in another order. */
function same(one: unknown, other: Json): boolean {
  return one !== undefined && canonicalJson(sorted(one as Json)) === canonicalJson(sorted(other));
}

function fits(item: unknown, wanted: JsonObject): boolean {
  return Object.entries(wanted).every(([path, value]) => same(valueAt(item, path.split('.')), value));
}

function matchesIn(answer: Json, wanted: JsonObject): readonly Json[] {
  const items = valueAt(answer, ['data']);
  return Array.isArray(items) ? (items as Json[]).filter((item) => fits(item, wanted)) : [];
}

/** Reads the answer of a proof's read; null is "not found". Presence proves at once; how far absence proves is the caller's business. */
export function judge(by: Proof['by'], wanted: JsonObject, answer: Json): Judgement {
  switch (by) {
    case 'gone':
      return answer === null ? { kind: 'applied', evidence: null } : { kind: 'absent' };
    case 'equals':
      return answer !== null && fits(answer, wanted) ? { kind: 'applied', evidence: answer } : { kind: 'absent' };
    case 'unlisted':
      // A list that is not there at all holds nothing either: what it belonged to is gone.
      return matchesIn(answer, wanted).length === 0 ? { kind: 'applied', evidence: null } : { kind: 'absent' };
    case 'listed': {
      const [first, second] = matchesIn(answer, wanted);
      if (first === undefined) return { kind: 'absent' };
      return second === undefined
        ? { kind: 'applied', evidence: first }
        : { kind: 'contradictory', sentence: 'Several things match what the step would have made' };
    }
  }
  return unreachable(by);
}
