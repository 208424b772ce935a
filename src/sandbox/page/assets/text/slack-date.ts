const DAY_MS = 86_400_000;

/**
 * A `<!date^…>` in the reader's own time zone and words (Slack, "Date formatting", 2026). An unknown placeholder stays
 * as written, which is how a slip in a format is seen.
 */
export function formatSlackDate(seconds: number, format: string, nowMs: number): string {
  const at = new Date(seconds * 1000);
  return format.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => placeholder(name, at, nowMs) ?? whole);
}

function placeholder(name: string, at: Date, nowMs: number): string | null {
  const pretty = name.endsWith('_pretty') ? nearDay(at, nowMs) : null;
  switch (name.replace(/_pretty$/, '')) {
    case 'date_num':
      return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    case 'date_slash':
      return `${two(at.getMonth() + 1)}/${two(at.getDate())}/${at.getFullYear()}`;
    case 'date':
      return pretty ?? `${words(at, { month: 'long' })} ${ordinal(at.getDate())}, ${at.getFullYear()}`;
    case 'date_short':
      return pretty ?? words(at, { month: 'short', day: 'numeric', year: 'numeric' });
    case 'date_long':
      return pretty ?? `${words(at, { weekday: 'long', month: 'long' })} ${ordinal(at.getDate())}, ${at.getFullYear()}`;
    case 'day_divider':
      return pretty ?? words(at, { weekday: 'long', month: 'long', day: 'numeric' });
    case 'time':
      return words(at, { hour: 'numeric', minute: '2-digit' });
    case 'time_secs':
      return words(at, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
    case 'ago':
      return relative(at.getTime(), nowMs);
    default:
      return null;
  }
}

function words(at: Date, parts: Intl.DateTimeFormatOptions): string {
  if (parts.weekday === undefined || parts.day !== undefined) return new Intl.DateTimeFormat('en-US', parts).format(at);
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: parts.weekday }).format(at);
  return `${weekday}, ${new Intl.DateTimeFormat('en-US', { month: parts.month ?? 'long' }).format(at)}`;
}

function nearDay(at: Date, nowMs: number): string | null {
  const start = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((start(at) - start(new Date(nowMs))) / DAY_MS);
  return { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[String(days)] ?? null;
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['week', 7 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 minutes ago", "in 2 days". Also the board's way to say an age. */
export function relative(atMs: number, nowMs: number): string {
  const difference = atMs - nowMs;
  const unit = UNITS.find(([, size]) => Math.abs(difference) >= size);
  if (unit === undefined) return 'just now';
  return new Intl.RelativeTimeFormat('en-US').format(Math.trunc(difference / unit[1]), unit[0]);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function ordinal(day: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd' }[
    new Intl.PluralRules('en-US', { type: 'ordinal' }).select(day) as 'one'
  ];
  return `${day}${ending ?? 'th'}`;
}
