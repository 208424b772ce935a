import type { Tier } from '#domain/tier.ts';

/** The parts of Home. `overview` is the first thing somebody sees: a little of each. */
export const deskSections = ['overview', 'waiting', 'set-aside', 'mine', 'decided', 'findings'] as const;
export type DeskSection = (typeof deskSections)[number];

/** Words of people for where a request stands; fifteen states are more than anybody filters by. */
export const deskStandings = ['open', 'done', 'not done'] as const;
export type DeskStanding = (typeof deskStandings)[number];

/** Null: whatever it is. */
export interface DeskFilter {
  readonly family: string | null;
  /** Id of a project. */
  readonly project: string | null;
  readonly tier: Tier | null;
  readonly standing: DeskStanding | null;
}

/** What part of Home somebody looks at. `page` counts from 0; one behind the end shows the last. */
export interface DeskWish {
  readonly section: DeskSection;
  readonly page: number;
  readonly filter: DeskFilter;
}

export const everything: DeskFilter = { family: null, project: null, tier: null, standing: null };
export const overview: DeskWish = { section: 'overview', page: 0, filter: everything };

export const isFiltered = ({ filter }: DeskWish): boolean => Object.values(filter).some((value) => value !== null);
