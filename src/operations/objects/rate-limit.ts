import { z } from 'zod';
import { oneLine } from '#domain/printable.ts';

/**
 * What a model of a project is limited in: the name on the wire (OpenAI API reference, 2026-11), the short word people type, and
 * what they read.
 */
export const measures = {
  requestsPerMinute: { wire: 'max_requests_per_1_minute', short: 'rpm', says: 'requests a minute' },
  tokensPerMinute: { wire: 'max_tokens_per_1_minute', short: 'tpm', says: 'tokens a minute' },
  imagesPerMinute: { wire: 'max_images_per_1_minute', short: 'ipm', says: 'images a minute' },
  audioMegabytesPerMinute: {
    wire: 'max_audio_megabytes_per_1_minute',
    short: 'mbpm',
    says: 'audio megabytes a minute',
  },
  requestsPerDay: { wire: 'max_requests_per_1_day', short: 'rpd', says: 'requests a day' },
  batchTokensPerDay: { wire: 'batch_1_day_max_input_tokens', short: 'tpd', says: 'batch tokens a day' },
} as const;
export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as readonly Measure[];

/** Only the measures that the model has. */
export type Limits = Readonly<Partial<Record<Measure, number>>>;

export const rateLimitSchema = z.object({
  id: z.string(),
  model: z.string(),
  limits: z.partialRecord(z.enum(measureNames), z.number()),
});
export const rateLimitsSchema = z.array(rateLimitSchema);
export type RateLimit = z.infer<typeof rateLimitSchema>;

/** `ProjectRateLimit` (OpenAI API reference, 2026-11): one a model, and only the fields that the model has. */
export const rateLimitWire = z.looseObject({ id: z.string(), model: z.string() });

function keepRateLimit(answer: unknown): RateLimit {
  const row = rateLimitWire.parse(answer);
  const limits: Partial<Record<Measure, number>> = {};
  for (const name of measureNames) {
    const value = row[measures[name].wire];
    if (typeof value === 'number') limits[name] = value;
  }
  return { id: row.id, model: oneLine(row.model), limits };
}

/** In an order of their own, so that a list that OpenAI sorts otherwise is no difference. */
export function keepRateLimits(answer: unknown): RateLimit[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepRateLimit)
    .toSorted((one, other) => (one.model < other.model ? -1 : 1));
}

/** A project's limits are listed under ids made of the model's name (OpenAI API reference, 2026-11). */
export const rateLimitId = (model: string): string => `rl-${model}`;

const number = new Intl.NumberFormat('en-US');

/** `5,000 requests a minute, 2,000,000 tokens a minute`. */
export function sayLimits(limits: Limits): string {
  return measureNames
    .flatMap((name) => {
      const value = limits[name];
      return value === undefined ? [] : [`${number.format(value)} ${measures[name].says}`];
    })
    .join(', ');
}
