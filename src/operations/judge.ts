import { unreachable } from '#domain/invariant.ts';
import { type Json, valueAt } from '#domain/json.ts';
import type { Proof } from './plan.ts';

/** What a look at the vendor proves about a step. `evidence` stands in for the lost answer. */
export type Judgement =
  | { readonly kind: 'applied'; readonly evidence: Json }
  | { readonly kind: 'absent' }
  /** More than one thing fits, so nobody can say which is ours. */
  | { readonly kind: 'contradictory'; readonly sentence: string };

/** The values a proof's `where` asks for, slots already filled, by dotted path. */
export type Wanted = Readonly<Record<string, string | number>>;

function fits(item: unknown, wanted: Wanted): boolean {
  return Object.entries(wanted).every(([path, value]) => valueAt(item, path.split('.')) === value);
}

/** Reads the answer of a proof's read; null is "not found". Presence proves at once; how far absence proves is the caller's business. */
export function judge(by: Proof['by'], wanted: Wanted, answer: Json): Judgement {
  switch (by) {
    case 'gone':
      return answer === null ? { kind: 'applied', evidence: null } : { kind: 'absent' };
    case 'equals':
      return answer !== null && fits(answer, wanted) ? { kind: 'applied', evidence: answer } : { kind: 'absent' };
    case 'listed': {
      const items = valueAt(answer, ['data']);
      const matches = Array.isArray(items) ? (items as Json[]).filter((item) => fits(item, wanted)) : [];
      const [first] = matches;
      if (first === undefined) return { kind: 'absent' };
      return matches.length === 1
        ? { kind: 'applied', evidence: first }
        : { kind: 'contradictory', sentence: `${matches.length} things match what the step would have made` };
    }
  }
  return unreachable(by);
}
