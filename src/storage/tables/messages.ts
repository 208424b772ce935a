export interface MessagesTable {
  key: string;
  channel_id: string;
  ts: string;
  at: number;
}
