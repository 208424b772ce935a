export interface FoundersTable {
  /** Digest of what was confirmed. */
  subject: string;
  person: string;
  slack_id: string;
  name: string;
  at: number;
}
