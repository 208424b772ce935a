export interface LeasesTable {
  key_id: string;
  account_id: string;
  project_id: string;
  project_name: string;
  name: string;
  owner_slack_id: string;
  purpose: string;
  ends_at: number;
  request_id: string;
  ended_at: number | null;
}
