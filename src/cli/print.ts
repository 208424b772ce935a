/** Writes one line of a command's answer to standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Rows as columns of equal width, two spaces apart; the last one runs free. For plain text, whose characters are one cell wide. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '),
  );
}
