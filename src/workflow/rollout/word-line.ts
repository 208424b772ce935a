import { utcMinute } from '#domain/instant.ts';
import type { RolloutWord } from '#policy/rollout-word.ts';

/** `keys.* for platform`; `Every change for everyone`. */
export const meantBy = ({ selector, group }: Pick<RolloutWord, 'selector' | 'group'>): string =>
  `${selector === '*' ? 'Every change' : selector} for ${group ?? 'everyone'}`;

/** `keys.* for platform is planned only from now on`. */
export const atMost = (word: Pick<RolloutWord, 'selector' | 'group' | 'mode'>): string =>
  `${meantBy(word)} is ${word.mode === 'off' ? 'off' : 'planned only'} from now on`;

/** `keys.* for everyone held at plan-only by Sam Okafor on 2026-11-29 09:00 UTC`. */
export function wordLine(word: RolloutWord): string {
  const { kind, mode, by, at } = word;
  return `${meantBy(word)} ${kind === 'open' ? `put to ${mode}` : `held at ${mode}`} by ${by.name} on ${utcMinute(at)}`;
}
