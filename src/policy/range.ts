import type { z } from 'zod';
import { strict } from './leaves.ts';

/** `over` leaves the value itself out, `upto` takes it in: two rules with the same number meet without a gap. */
export interface Range {
  readonly over?: number | undefined;
  readonly upto?: number | undefined;
}

export function range<Leaf extends z.ZodType<number>>(leaf: Leaf, sentence: string) {
  return strict(
    { over: leaf.optional().describe('More than this.'), upto: leaf.optional().describe('Up to and with this.') },
    sentence,
  ).refine(({ over, upto }) => over !== undefined || upto !== undefined, { error: sentence });
}

export function isIn({ over, upto }: Range, value: number): boolean {
  return (over === undefined || value > over) && (upto === undefined || value <= upto);
}

/** `over $200 and up to $500`. */
export function sayRange({ over, upto }: Range, say: (value: number) => string): string {
  return [
    ...(over === undefined ? [] : [`over ${say(over)}`]),
    ...(upto === undefined ? [] : [`up to ${say(upto)}`]),
  ].join(' and ');
}
