import type { UsageKind } from '../records/traffic.ts';

/** What rows of usage can be grouped by. */
export type Dimension =
  | 'project_id'
  | 'user_id'
  | 'api_key_id'
  | 'model'
  | 'batch'
  | 'service_tier'
  | 'api_source'
  | 'size'
  | 'source'
  | 'vector_store_id'
  | 'context_level';

interface UsageKindFacts {
  /** What a row calls itself; two differ from the name of their endpoint. */
  readonly object: string;
  readonly groupBy: readonly [Dimension, ...Dimension[]];
}

const byKey = ['project_id', 'user_id', 'api_key_id'] as const;
const byModel = [...byKey, 'model'] as const;
const byTier = [...byModel, 'batch', 'service_tier', 'api_source'] as const;

/** OpenAI API reference, 2026-11. */
export const usageKinds: Readonly<Record<UsageKind, UsageKindFacts>> = {
  audio_speeches: { object: 'organization.usage.audio_speeches.result', groupBy: byModel },
  audio_transcriptions: { object: 'organization.usage.audio_transcriptions.result', groupBy: byModel },
  code_interpreter_sessions: {
    object: 'organization.usage.code_interpreter_sessions.result',
    groupBy: ['project_id'],
  },
  completions: { object: 'organization.usage.completions.result', groupBy: byTier },
  decisions: { object: 'organization.usage.decisions.result', groupBy: byTier },
  embeddings: { object: 'organization.usage.embeddings.result', groupBy: byModel },
  file_search_calls: {
    object: 'organization.usage.file_searches.result',
    groupBy: [...byKey, 'vector_store_id'],
  },
  images: { object: 'organization.usage.images.result', groupBy: [...byModel, 'size', 'source'] },
  moderations: { object: 'organization.usage.moderations.result', groupBy: byModel },
  vector_stores: { object: 'organization.usage.vector_stores.result', groupBy: ['project_id'] },
  web_search_calls: {
    object: 'organization.usage.web_searches.result',
    groupBy: [...byModel, 'context_level', 'api_source'],
  },
};
