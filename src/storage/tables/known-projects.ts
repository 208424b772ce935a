export interface KnownProjectsTable {
  id: string;
  position: number;
  name: string;
  status: string;
  created_at: number;
}
