import { z } from 'zod';
import { type Need, recall } from '../need.ts';
import { rolloutMoveSchema } from './rollout-schema.ts';

export const knownMove = z.object({ move: rolloutMoveSchema });

/** What a word about the rollout would change; nothing is asked of OpenAI. */
export function needMove(
  { input }: { readonly input: { readonly operations: string; readonly for: string | null } },
  have: Partial<z.infer<typeof knownMove>>,
): readonly Need[] {
  if (have.move !== undefined) return [];
  return [recall('move', { of: 'rollout-move', selector: input.operations, group: input.for })];
}
