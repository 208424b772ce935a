import { go } from 'fuzzysort';
import type { Json } from '#domain/json.ts';
import type { CallContext } from '../ports/vendor.ts';
import type { Suggestion } from '../use-cases.ts';

// A Slack menu shows a hundred options, a person reads the first dozen.
const MOST_NEAR = 20;

export interface Named {
  readonly value: Json;
  readonly suggestion: Suggestion;
}

/** What a word names: exactly, and what it might have meant. */
export interface FoundNamed {
  readonly exact: readonly Named[];
  readonly near: readonly Named[];
}

export interface Candidate extends Named {
  /** Every way to name it exactly, lower case. */
  readonly names: readonly string[];
  readonly search: string;
}

/** For whom a name is looked up, and how old the lists may be in which it is. */
export interface Looking {
  readonly context: CallContext;
  readonly maxAgeMs: number;
}

export const nothingFound: FoundNamed = { exact: [], near: [] };

export function match(candidates: readonly Candidate[], word: string): FoundNamed {
  const wanted = word.trim().toLowerCase();
  const exact = candidates.filter((candidate) => candidate.names.includes(wanted));
  const near =
    wanted === ''
      ? candidates.slice(0, MOST_NEAR)
      : go(wanted, candidates, { key: 'search', limit: MOST_NEAR, threshold: 0 }).map((result) => result.obj);
  return { exact, near };
}
