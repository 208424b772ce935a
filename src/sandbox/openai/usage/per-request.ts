import type { Traffic } from '../records/traffic.ts';
import { hashOf } from './units.ts';

export type Metrics = Readonly<Record<string, number>>;

/** What one request of a stream counts for. Whole numbers, so that sums over any buckets agree. */
export function metricsPerRequest(traffic: Traffic): Metrics {
  const one = { num_model_requests: 1 };
  const size = hashOf(traffic.id);
  switch (traffic.kind) {
    case 'completions':
    case 'decisions':
      return { ...tokensOf(600 + (size % 1800), 120 + (size % 480)), ...one };
    case 'embeddings':
      return { input_tokens: 300 + (size % 700), ...one };
    case 'moderations':
      return { input_tokens: 80 + (size % 200), ...one };
    case 'images':
      return { images: 1, ...one };
    case 'audio_speeches':
      return { characters: 200 + (size % 600), ...one };
    case 'audio_transcriptions':
      return { seconds: 30 + (size % 90), ...one };
    case 'code_interpreter_sessions':
      return { num_sessions: 1 };
    case 'file_search_calls':
      return { num_requests: 1 };
    case 'web_search_calls':
      return { num_requests: 1, ...one };
    case 'vector_stores':
      return {};
  }
}

/**
 * The input is what was cached, what was written to a cache and what was neither; the last of these is split again by its
 * sort, and the parts are not added to the total. OpenAI API reference, 2026-11.
 */
function tokensOf(input: number, output: number): Metrics {
  const cached = Math.floor(input * 0.35);
  const [written30m, written12h] = [Math.floor(input * 0.05), Math.floor(input * 0.02)];
  const uncached = input - cached - written30m - written12h;
  const image = Math.floor(uncached * 0.05);
  return {
    input_tokens: input,
    input_cached_tokens: cached,
    input_cache_write_tokens: written30m + written12h,
    input_cache_write_30m_tokens: written30m,
    input_cache_write_12h_tokens: written12h,
    input_uncached_tokens: uncached,
    input_text_tokens: uncached - image,
    input_image_tokens: image,
    input_audio_tokens: 0,
    input_cached_text_tokens: cached,
    input_cached_image_tokens: 0,
    input_cached_audio_tokens: 0,
    output_tokens: output,
    output_text_tokens: output,
    output_image_tokens: 0,
    output_audio_tokens: 0,
  };
}
