import type { Endpoint } from '../endpoint.ts';

/** What rows can be put together by: the word people type, the name on the wire (OpenAI API reference, 2026-11), the column's head. */
export const groupings = {
  day: { wire: null, head: 'Day (UTC)' },
  project: { wire: 'project_id', head: 'Project' },
  person: { wire: 'user_id', head: 'Person' },
  key: { wire: 'api_key_id', head: 'Key' },
  model: { wire: 'model', head: 'Model' },
  batch: { wire: 'batch', head: 'In batches' },
  tier: { wire: 'service_tier', head: 'Service tier' },
  source: { wire: 'source', head: 'Made by' },
  size: { wire: 'size', head: 'Size' },
  store: { wire: 'vector_store_id', head: 'Vector store' },
  context: { wire: 'context_level', head: 'Context' },
  api: { wire: 'api_source', head: 'API' },
} as const;
export type Grouping = keyof typeof groupings;

export const isGrouping = (word: string): word is Grouping => Object.hasOwn(groupings, word);

/** One number of a row. */
export interface Measure {
  readonly wire: string;
  readonly head: string;
}

export interface UsageKind {
  readonly endpoint: Endpoint;
  readonly says: string;
  readonly groupings: readonly Grouping[];
  /** The first is what rows are sorted by. */
  readonly measures: readonly Measure[];
  /** Whether numbers of several days add up. What is stored does not: then the newest bucket counts. */
  readonly adds: boolean;
}

const byKey: readonly Grouping[] = ['day', 'project', 'person', 'key'];
const byModel: readonly Grouping[] = [...byKey, 'model'];
const byTier: readonly Grouping[] = [...byModel, 'batch', 'tier', 'api'];

const requests: Measure = { wire: 'num_model_requests', head: 'Requests' };
const inputTokens: Measure = { wire: 'input_tokens', head: 'Tokens in' };
// Cached tokens are a part of those that went in, so they are never added to them.
const tokens: readonly Measure[] = [
  inputTokens,
  { wire: 'input_cached_tokens', head: 'of these cached' },
  { wire: 'output_tokens', head: 'Tokens out' },
  requests,
];

const kind = (
  endpoint: Endpoint,
  says: string,
  more: Pick<UsageKind, 'groupings' | 'measures'> & { readonly adds?: boolean },
): UsageKind => ({ endpoint, says, adds: true, ...more });

/** Every kind of usage, by the word people type (OpenAI API reference, 2026-11). */
export const usageKinds = {
  completions: kind('GET /organization/usage/completions', 'Completions and responses', {
    groupings: byTier,
    measures: tokens,
  }),
  embeddings: kind('GET /organization/usage/embeddings', 'Embeddings', {
    groupings: byModel,
    measures: [inputTokens, requests],
  }),
  moderations: kind('GET /organization/usage/moderations', 'Moderations', {
    groupings: byModel,
    measures: [inputTokens, requests],
  }),
  images: kind('GET /organization/usage/images', 'Images', {
    groupings: [...byModel, 'source', 'size'],
    measures: [{ wire: 'images', head: 'Images' }, requests],
  }),
  speeches: kind('GET /organization/usage/audio_speeches', 'Speech made', {
    groupings: byModel,
    measures: [{ wire: 'characters', head: 'Characters' }, requests],
  }),
  transcriptions: kind('GET /organization/usage/audio_transcriptions', 'Speech written down', {
    groupings: byModel,
    measures: [{ wire: 'seconds', head: 'Seconds' }, requests],
  }),
  'vector-stores': kind('GET /organization/usage/vector_stores', 'Vector stores', {
    groupings: ['day', 'project'],
    measures: [{ wire: 'usage_bytes', head: 'Bytes stored' }],
    adds: false,
  }),
  'code-sessions': kind('GET /organization/usage/code_interpreter_sessions', 'Code interpreter sessions', {
    groupings: ['day', 'project'],
    measures: [{ wire: 'num_sessions', head: 'Sessions' }],
  }),
  'file-searches': kind('GET /organization/usage/file_search_calls', 'File searches', {
    groupings: [...byKey, 'store'],
    measures: [{ wire: 'num_requests', head: 'Searches' }],
  }),
  'web-searches': kind('GET /organization/usage/web_search_calls', 'Web searches', {
    groupings: [...byModel, 'context', 'api'],
    measures: [{ wire: 'num_requests', head: 'Searches' }, requests],
  }),
  decisions: kind('GET /organization/usage/decisions', 'Decisions', { groupings: byTier, measures: tokens }),
} as const satisfies Readonly<Record<string, UsageKind>>;
export type UsageWord = keyof typeof usageKinds;

export const usageWords = Object.keys(usageKinds) as readonly UsageWord[];

export function usageKindOf(word: string): UsageKind {
  return usageKinds[usageWords.find((each) => each === word) ?? 'completions'];
}
