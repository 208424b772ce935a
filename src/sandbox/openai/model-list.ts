import type { RateLimits } from './records/project-settings.ts';

interface Model {
  readonly id: string;
  /** The organization's own limits: every project starts with them and stays at or below them. Only the fields the model has. */
  readonly limits: RateLimits;
}

/** The models that the emulated organization can use. Names of 2026; the numbers are made up. */
export const models: readonly Model[] = [
  {
    id: 'gpt-6-astra',
    limits: {
      max_requests_per_1_minute: 10_000,
      max_tokens_per_1_minute: 4_000_000,
      batch_1_day_max_input_tokens: 40_000_000,
    },
  },
  {
    id: 'gpt-6-astra-mini',
    limits: {
      max_requests_per_1_minute: 30_000,
      max_tokens_per_1_minute: 20_000_000,
      batch_1_day_max_input_tokens: 200_000_000,
    },
  },
  {
    id: 'gpt-4.1-nano',
    limits: {
      max_requests_per_1_minute: 30_000,
      max_tokens_per_1_minute: 50_000_000,
      batch_1_day_max_input_tokens: 500_000_000,
    },
  },
  {
    id: 'text-embedding-3-large',
    limits: {
      max_requests_per_1_minute: 10_000,
      max_tokens_per_1_minute: 10_000_000,
      batch_1_day_max_input_tokens: 4_000_000_000,
    },
  },
  { id: 'omni-moderation-latest', limits: { max_requests_per_1_minute: 2000, max_tokens_per_1_minute: 500_000 } },
  {
    id: 'gpt-image-2',
    limits: { max_requests_per_1_minute: 250, max_tokens_per_1_minute: 750_000, max_images_per_1_minute: 50 },
  },
  {
    id: 'gpt-4o-mini-tts',
    limits: {
      max_requests_per_1_minute: 10_000,
      max_tokens_per_1_minute: 8_000_000,
      max_requests_per_1_day: 2_000_000,
    },
  },
  {
    id: 'gpt-4o-transcribe',
    limits: {
      max_requests_per_1_minute: 10_000,
      max_tokens_per_1_minute: 6_000_000,
      max_audio_megabytes_per_1_minute: 800,
    },
  },
];
