/** What a spreadsheet would run when it stands at the beginning of a cell (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r]/;
const quoted = /[",\r\n]/;
/** A negative number is no formula. */
const number = /^-\d+(?:\.\d+)?$/;

function field(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Comma-separated values as RFC 4180 has them; no cell becomes a formula in the spreadsheet that opens them. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
