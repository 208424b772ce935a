import { dayMs, hourMs, minuteMs } from '#domain/instant.ts';

const spans: Readonly<Record<string, number>> = { minute: minuteMs, hour: hourMs, day: dayMs };
const blank = /^[–-]?$/;
const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A place on a line, for what a cell says; null when it says no such thing. */
type Read = (cell: string) => number | null;

/** `2026-11-23`, `2026-11-23 14:05 UTC`, and `no end` behind them all. */
const asDate: Read = (cell) => {
  if (cell === 'no end') return Infinity;
  const [, day, time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d) UTC)?(?:,|$)/.exec(cell) ?? [];
  return day === undefined ? null : Date.parse(`${day}T${time}Z`);
};

/** `4 minutes ago`, `in 2 days`, and `never` before them all. */
const asDistance: Read = (cell) => {
  if (cell === 'never') return -Infinity;
  const [, ahead, number, unit = ''] = /^(in )?(less than a|\d+) (minute|hour|day)s?(?: ago)?$/.exec(cell) ?? [];
  if (number === undefined) return null;
  const span = (number === 'less than a' ? 0.5 : Number(number)) * (spans[unit] ?? 0);
  return ahead === undefined ? -span : span;
};

/** `1,234`, `$12.50`, `3.4%`, `12 keys`. */
const asAmount: Read = (cell) => {
  const [, number] = /^(-?\$?\d[\d,]*(?:\.\d+)?)(?:%|\s|$)/.exec(cell) ?? [];
  return number === undefined ? null : Number(number.replaceAll(/[$,]/g, ''));
};

const readings: readonly Read[] = [asDate, asDistance, asAmount];

/**
 * The order of one column. Cells are words for people, so they are compared by what they say where all of them say the same kind of
 * thing: a moment, a distance in time or an amount; else as text. An empty cell comes last in both directions.
 */
export function columnOrder(cells: readonly string[], direction: 1 | -1): (a: string, b: string) => number {
  const said = cells.filter((cell) => !blank.test(cell));
  const read = readings.find((each) => said.every((cell) => each(cell) !== null));
  const compare = (a: string, b: string): number => {
    if (read === undefined) return words.compare(a, b);
    const [left, right] = [read(a) ?? 0, read(b) ?? 0];
    return left === right ? 0 : left < right ? -1 : 1;
  };
  return (a, b) => {
    const [noA, noB] = [blank.test(a), blank.test(b)];
    return noA || noB ? Number(noA) - Number(noB) : direction * compare(a, b);
  };
}
