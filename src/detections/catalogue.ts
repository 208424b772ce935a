import { unmatchedEffect } from './access/unmatched-effect.ts';
import type { Detection } from './detection.ts';
import { frequentRevocations } from './keys/frequent-revocations.ts';
import { massCreation } from './keys/mass-creation.ts';

/** Every detection there is, gravest first. */
export const detections: readonly Detection[] = [unmatchedEffect, massCreation, frequentRevocations];
