export interface KnownUsersTable {
  id: string;
  position: number;
  name: string;
  email: string;
  role: string;
  added_at: number;
}
