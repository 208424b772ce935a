import type { Generated } from 'kysely';

export interface FindingsTable {
  id: Generated<number>;
  detection: string;
  key: string;
  severity: string;
  title: string;
  /** JSON list of strings. */
  lines: string;
  at: number;
  count: number;
}
