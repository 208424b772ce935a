export interface PeopleTable {
  person: string;
  name: string;
  /** JSON. */
  accounts: string;
  openai_id: string | null;
  openai_email: string | null;
  unit: string | null;
  source: string;
  state: string;
  why: string;
  since: number;
  bound_by_request: string;
}
