import type { Generated } from 'kysely';

export interface PeopleProposalsTable {
  id: Generated<number>;
  /** JSON. */
  rows: string;
  source: string;
  at: number;
}
