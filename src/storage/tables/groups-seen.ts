export interface GroupsSeenTable {
  id: string;
  first_at: number;
  last_at: number;
}
