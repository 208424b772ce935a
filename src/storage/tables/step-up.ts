import type { Generated } from 'kysely';

export interface DecisionProofsTable {
  request_id: string;
  person: string;
  /** JSON. */
  proof: string;
  at: number;
}

export interface PasskeysTable {
  credential_id: string;
  person: string;
  public_key: string;
  counter: number;
  origin: string;
  enrolled_at: number;
  counts_from: number;
  ended_at: number | null;
}

export interface CodeSeedsTable {
  person: string;
  sealed: string;
  last_step: number;
  origin: string;
  enrolled_at: number;
  counts_from: number;
}

export interface CodeFailuresTable {
  person: string;
  count: number;
  locked_until: number | null;
}

export interface RecoveryCodesTable {
  person: string;
  hash: string;
  used_at: number | null;
}

export interface EnrolmentsTable {
  id: Generated<number>;
  person: string;
  name: string;
  origin: string;
  request_id: string | null;
  opens_at: number;
  expires_at: number;
  cooling_ms: number;
  used_at: number | null;
}

export interface TicketsTable {
  hash: string;
  purpose: string;
  person: string;
  slack_id: string;
  name: string;
  request_id: string | null;
  digest: string | null;
  enrolment_id: number | null;
  challenge: string | null;
  expires_at: number;
  used_at: number | null;
}
