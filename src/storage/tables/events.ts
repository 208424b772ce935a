export interface EventsTable {
  id: string;
  type: string;
  at: number;
  actor_id: string | null;
  /** JSON. */
  body: string;
}
