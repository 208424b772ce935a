/** What the organization's usage and costs are computed from: nothing is stored of single requests. */
export interface TrafficRecords {
  readonly traffic: Map<string, Traffic>;
}

export const USAGE_KINDS = [
  'audio_speeches',
  'audio_transcriptions',
  'code_interpreter_sessions',
  'completions',
  'decisions',
  'embeddings',
  'file_search_calls',
  'images',
  'moderations',
  'vector_stores',
  'web_search_calls',
] as const;

export type UsageKind = (typeof USAGE_KINDS)[number];

/** `office` follows people's days, `steady` never sleeps, `nightly` comes in the small hours, `even` is the same in every hour. */
export const RHYTHMS = ['office', 'steady', 'nightly', 'even'] as const;

/** One stream of requests. */
export interface Traffic {
  /** The noise in the numbers is derived from it, so they are the same after each start. */
  readonly id: string;
  readonly projectId: string;
  readonly apiKeyId: string | null;
  /** The person or the service account that the key belongs to. */
  readonly userId: string | null;
  readonly kind: UsageKind;
  readonly model: string | null;
  /** Requests an hour on average; bytes kept for `vector_stores`. */
  readonly level: number;
  readonly rhythm: (typeof RHYTHMS)[number];
  readonly fromSec: number;
  readonly untilSec: number | null;
  /** What else a row can be grouped by, in the words of the wire, such as `size` or `batch`. */
  readonly dimensions: Readonly<Record<string, string | boolean>>;
}
