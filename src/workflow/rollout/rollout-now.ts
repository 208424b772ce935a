import type { Rollout } from '#policy/rollout-word.ts';
import type { House } from '../house.ts';
import type { RolloutReader } from '../ports/rollout.ts';
import { enrolledNow } from '../step-up/enrolled.ts';

/** How far operations are opened here just now, and who could prove that it is they who approve something critical. */
export async function rolloutNow(house: House, read: RolloutReader = house.store.read.rollout): Promise<Rollout> {
  const { start, waitsForStepUp } = house.opening;
  const words = await read.words();
  if (!waitsForStepUp) return { start, words, provers: null };
  const { passkey, code } = await enrolledNow(house);
  return { start, words, provers: [...new Set([...passkey, ...code])] };
}
