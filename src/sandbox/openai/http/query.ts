import { z } from 'zod';

/**
 * A query string as a plain value. `a[]=1&a[]=2` and `a=1&a=2` are both the list `a`, and `a[gte]=1` is `{ gte: '1' }`: the
 * official client sends brackets, callers in production send none, and the live API reads both.
 */
export function readQuery(search: URLSearchParams): Readonly<Record<string, unknown>> {
  const fields = new Map<string, unknown>();
  for (const key of new Set(search.keys())) {
    const values = search.getAll(key);
    const nested = /^([^[\]]+)\[([^[\]]+)\]$/.exec(key);
    if (nested?.[1] !== undefined && nested[2] !== undefined) {
      const already = fields.get(nested[1]);
      fields.set(nested[1], { ...(typeof already === 'object' ? already : {}), [nested[2]]: values[0] });
    } else if (key.endsWith('[]')) {
      fields.set(key.slice(0, -2), values);
    } else {
      fields.set(key, values.length === 1 ? values[0] : values);
    }
  }
  return Object.fromEntries(fields);
}

/** Query fields, named for what they hold. Each may be left out. */
export const queryField = {
  text: z.string().optional(),
  list: z.preprocess((raw) => (typeof raw === 'string' ? [raw] : raw), z.array(z.string()).optional()),
  flag: z
    .enum(['true', 'false'])
    .optional()
    .transform((text) => text === 'true'),
  /** Whole seconds since 1970 as digits. */
  instant: z.string().regex(/^\d+$/).transform(Number).optional(),
} as const;

export interface LimitRange {
  readonly least: number;
  readonly most: number;
  readonly fallback: number;
}

/** A page size. Out of range is refused, not clamped, in the words seen on the live API in 2026. */
export function limitField(range: LimitRange) {
  return queryField.text.transform((text, context) => {
    const limit = readLimit(text, range);
    if (typeof limit === 'number') return limit;
    context.addIssue({ code: 'custom', message: limit.refusal });
    return z.NEVER;
  });
}

/** The same where the range depends on another field. */
export function readLimit(
  text: string | undefined,
  { least, most, fallback }: LimitRange,
): number | { readonly refusal: string } {
  if (text === undefined) return fallback;
  const refuse = (expected: string) => ({
    refusal: `Invalid limit provided: ${text}. Limit must be ${expected}.`,
  });
  if (!/^-?\d+$/.test(text)) return refuse('an integer');
  const limit = Number(text);
  if (limit > most) return refuse(`less than or equal to ${most}`);
  if (limit < least) return refuse(`greater than or equal to ${least}`);
  return limit;
}
