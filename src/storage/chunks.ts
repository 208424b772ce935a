// Every database takes this many values in one statement (SQLite 32 766, PostgreSQL 65 535), and compiling it does not hold up a click.
const MAX_VALUES = 2000;

/** Rows of `columns` values each, in groups that fit into one INSERT. */
export function* chunksOf<Row>(rows: readonly Row[], columns: number): Generator<readonly Row[]> {
  const size = Math.max(1, Math.floor(MAX_VALUES / columns));
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
