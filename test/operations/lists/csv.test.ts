import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '#operations/lists/csv.ts';

/** RFC 4180, read in the plainest way. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

test('whatever a cell holds is read back as it was, behind at most an apostrophe', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', '"', '\r\n', '=1+1', '@x', '-1', '-1+2', '\tx'));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 4 }), (rows) => {
      const unguarded = read(csv(rows)).map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')));
      expect(unguarded).toEqual(rows.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, ''))));
    }),
  );
});

test.each(['=HYPERLINK("http://evil.example")', '+1', '-cmd', '@SUM(A1)', '\tx', '\rx'])(
  'what a spreadsheet would run is text: %j',
  (cell) => {
    expect(read(csv([['x', cell]]))[0]?.[1]).toBe(`'${cell}`);
  },
);

test('a negative number stays one', () => {
  expect(csv([['-12.5', '-3']])).toBe('-12.5,-3\r\n');
});
