import type { RolloutWord } from '#policy/rollout-word.ts';

// All of them are looked at for every request; a company with more groups and families than this opens some of them together.
export const mostWords = 200;

export interface RolloutReader {
  /** What still counts, the newest first; at most `mostWords`, which whoever adds one has to mind. */
  words(): Promise<readonly RolloutWord[]>;
}

export interface RolloutWriter extends RolloutReader {
  /** Says one thing more; words that it leaves nothing to are kept and count no longer. */
  say(word: Omit<RolloutWord, 'id'>, instead: readonly number[]): Promise<RolloutWord>;
}

/** Changes with every word, so that a claim can tell whether what it looked at is still the last. */
export const latestOf = (words: readonly Pick<RolloutWord, 'id'>[]): number => words[0]?.id ?? 0;
