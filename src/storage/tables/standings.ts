export interface StandingsTable {
  slack_id: string;
  /** `member`, or the code of a refused standing. */
  word: string;
  at: number;
}
