export interface CursorsTable {
  name: string;
  /** JSON. */
  value: string;
}
