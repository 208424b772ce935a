export interface KnownKeysTable {
  /** The project whose list this row came with. */
  project_id: string;
  id: string;
  position: number;
  name: string;
  redacted: string;
  project_name: string;
  owner_name: string;
  owner_email: string | null;
  account_id: string | null;
  created_at: number;
  last_used_at: number | null;
  expires_at: number | null;
  is_owned: number;
}
