import type { House } from '../house.ts';

/** How a new installation begins: where a real organization stands behind it, with nothing on; in the sandbox and in practice as far as the policy says. */
export function openingOf(isReal: boolean): House['opening'] {
  return isReal ? { start: 'plan-only', waitsForStepUp: true } : { start: 'on', waitsForStepUp: false };
}
