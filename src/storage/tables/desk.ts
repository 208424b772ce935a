export interface BystandersTable {
  request_id: string;
  person: string;
  slack_id: string;
  at: number;
}

export interface MentionsTable extends BystandersTable {
  number: number;
  kind: 'asked' | 'reminded' | 'nudged' | 'moved';
}

export interface RoundsTable {
  request_id: string;
  asked_at: number;
  round: number;
  due_at: number;
  nudged_at: number | null;
  moved_at: number | null;
  moves_at: number | null;
  closed_at: number | null;
}

export interface AnswerTimesTable {
  request_id: string;
  rule: string;
  took_ms: number;
  at: number;
}

export interface DigestsTable {
  slack_id: string;
  sent_at: number;
}
