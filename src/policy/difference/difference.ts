import type { Policy } from '../policy.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** `unclear` is treated as looser: what cannot be compared is not known to be harmless. */
export type Direction = 'tighter' | 'looser' | 'neutral' | 'unclear';

/** One thing in which two policies differ, in a sentence that somebody who has read neither understands. */
export interface Difference {
  readonly direction: Direction;
  readonly sentence: string;
}

/** What is compared: the policy as it was and as it would be, over the operations there are. */
export interface Pair {
  readonly was: Policy;
  readonly is: Policy;
  readonly vocabulary: Vocabulary;
}

export const tighter = (sentence: string): Difference => ({ direction: 'tighter', sentence });
export const looser = (sentence: string): Difference => ({ direction: 'looser', sentence });
export const neutral = (sentence: string): Difference => ({ direction: 'neutral', sentence });
export const unclear = (sentence: string): Difference => ({ direction: 'unclear', sentence });

/** Whether two people of the old policy have to agree before the new one may count. */
export function loosens(differences: readonly Difference[]): boolean {
  return differences.some(({ direction }) => direction === 'looser' || direction === 'unclear');
}
