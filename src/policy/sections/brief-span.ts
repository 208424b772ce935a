import { z } from 'zod';
import { dayMs, hourMs, minuteMs, secondMs } from '#domain/instant.ts';
import { say } from '../leaves.ts';

const units: Readonly<Record<string, number>> = { s: secondMs, m: minuteMs, h: hourMs, d: dayMs };

/** A short span as people write it: `0s`, `4s`, `10m`; zero switches a safeguard off. */
export function briefly(maxMs: number, sentence: string) {
  const error = say(sentence);
  return z.string({ error }).transform((text, context): number => {
    const [, amount, unit] = /^(\d{1,4})([smhd])$/.exec(text.trim().toLowerCase()) ?? [];
    const spanMs = Number(amount) * (units[unit ?? ''] ?? Number.NaN);
    if (spanMs <= maxMs) return spanMs;
    context.addIssue({ code: 'custom', message: error({ input: text }) });
    return z.NEVER;
  });
}
