export interface RequestsTable {
  id: string;
  /** Last eight characters of the id: what people see and type. */
  short_id: string;
  /** Canonical JSON of the terms, which the digest is taken over. A trigger keeps this row's terms as they were inserted. */
  terms: string;
  digest: string;
  /** What is asked, without who and when; null in rows from before 2026-11-29. */
  ask_digest: string | null;
  requester_slack_id: string;
  requester_person: string;
  beneficiary: string | null;
  /** Id of the earlier request that this one undoes, continues or makes good. */
  follows: string | null;
  state: string;
  revision: number;
  attempt: number;
  /** By how much a question has moved the end of deciding. */
  paused_ms: number;
  created_at: number;
  deadline: number | null;
  /** Nothing is sent before this moment; null where nothing holds it. */
  ready_at: number | null;
  ended_at: number | null;
  outcome: string;
  /** How long after it ran it stays confidential; null where it is not. */
  hidden_ms: number | null;
}
