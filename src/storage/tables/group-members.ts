export interface GroupMembersTable {
  group_id: string;
  slack_id: string;
  since: number | null;
}
