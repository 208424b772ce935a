import type { House } from '../house.ts';

/** The part of the house that enrols: also whole where only the command line runs. */
export type Keeper = Pick<House, 'store' | 'presence' | 'clock' | 'dice' | 'policy' | 'deployment'>;
