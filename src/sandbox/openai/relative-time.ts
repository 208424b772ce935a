const SECONDS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400 };
const PATTERN = /^([+-])(\d{1,5})([mhd])$/;

/** Whether a text is an offset such as `-12d`, `-3h`, `-20m` or `+60d`. */
export function isRelativeTime(text: string): boolean {
  return PATTERN.test(text);
}

/** The instant, in seconds since 1970, that lies at the offset `text` from now. Seeds use it to look fresh on any day. */
export function resolveRelativeTime(text: string, nowSec: number): number {
  const [, sign, count, unit] = PATTERN.exec(text) ?? [];
  if (sign === undefined || count === undefined || unit === undefined) throw new Error(`No relative time: ${text}`);
  const distance = Number(count) * (SECONDS[unit] ?? 0);
  return sign === '-' ? nowSec - distance : nowSec + distance;
}
