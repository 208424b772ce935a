import type { Generated } from 'kysely';

export interface PoliciesTable {
  id: Generated<number>;
  digest: string;
  /** The file as it was written. */
  text: string;
  file: string;
  /** JSON. */
  canonical: string;
  how: string;
  request_id: string | null;
  at: number;
}
