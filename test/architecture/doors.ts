import { doorsBetweenRooms } from './doors-between-rooms.ts';
import { doorsOfFiles } from './doors-of-files.ts';
import { doorsOfTheSpine } from './doors-of-the-spine.ts';
import { doorsToTheWorld } from './doors-to-the-world.ts';
import type { House } from './house.ts';

/** One rule of the house. `because` argues for it: whoever wants it changed answers that sentence first. */
export interface Door {
  readonly name: string;
  readonly because: string;
  /** A sentence for each place that breaks the rule. */
  readonly broken: (house: House) => readonly string[];
}

export const doors: readonly Door[] = [...doorsBetweenRooms, ...doorsToTheWorld, ...doorsOfTheSpine, ...doorsOfFiles];
