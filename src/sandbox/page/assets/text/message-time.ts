/** A message's `ts` is its time in seconds, made unique by six more digits (Slack, "Retrieving messages", 2026). */
export function timeOf(ts: string): number {
  return Math.round(Number(ts) * 1000);
}

export function timeText(atMs: number): string {
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(atMs);
}

export function sameDay(leftMs: number, rightMs: number): boolean {
  return new Date(leftMs).toDateString() === new Date(rightMs).toDateString();
}
