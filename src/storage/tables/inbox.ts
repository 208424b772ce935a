export interface InboxTable {
  key: string;
  at: number;
}
