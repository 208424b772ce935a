import type { Traffic } from '../records/traffic.ts';
import { metricsPerRequest } from './per-request.ts';
import { gibibyteHours, unitsBetween } from './units.ts';

/** US dollars for a million tokens. The numbers are made up. */
const tokenPrices: Readonly<
  Record<string, { readonly input: number; readonly cached: number; readonly output: number }>
> = {
  'gpt-6-astra': { input: 2.5, cached: 0.25, output: 12 },
  'gpt-6-astra-mini': { input: 0.3, cached: 0.03, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, cached: 0.025, output: 0.4 },
  'text-embedding-3-large': { input: 0.13, cached: 0.13, output: 0 },
  'omni-moderation-latest': { input: 0, cached: 0, output: 0 },
};

const UNKNOWN_MODEL = { input: 1, cached: 0.1, output: 4 };

/** One line of an invoice. */
export interface LineItem {
  /** The full text that the filter takes too, such as `gpt-6-astra, input_tokens`. */
  readonly name: string;
  readonly quantity: number;
  readonly unit: string;
  readonly usd: number;
}

/** What a stream cost between two instants; lines that cost nothing are left out. */
export function lineItemsOf(traffic: Traffic, fromSec: number, toSec: number): readonly LineItem[] {
  if (traffic.kind === 'vector_stores') {
    const quantity = gibibyteHours(traffic, fromSec, toSec);
    return chargeable([line('file_search, storage', quantity, { unit: 'gibibyte_hours', usd: 0.1 / 24 })]);
  }
  const requests = unitsBetween(traffic, fromSec, toSec);
  return chargeable(linesPerRequest(traffic).map((one) => line(one.name, one.quantity * requests, one)));
}

interface Rate {
  readonly unit: string;
  /** For one unit. */
  readonly usd: number;
}

function linesPerRequest(traffic: Traffic): readonly (Rate & Pick<LineItem, 'name' | 'quantity'>)[] {
  const metrics = metricsPerRequest(traffic);
  const model = traffic.model ?? 'unknown';
  const thousand = { unit: '1000_tokens' };
  const price = tokenPrices[model] ?? UNKNOWN_MODEL;
  const of = (metric: string): number => metrics[metric] ?? 0;
  switch (traffic.kind) {
    case 'completions':
    case 'decisions':
    case 'embeddings':
    case 'moderations': {
      const cached = of('input_cached_tokens');
      const input = (of('input_tokens') - cached) / 1000;
      return [
        { name: `${model}, input_tokens`, quantity: input, ...thousand, usd: price.input / 1000 },
        { name: `${model}, cached_input_tokens`, quantity: cached / 1000, ...thousand, usd: price.cached / 1000 },
        {
          name: `${model}, output_tokens`,
          quantity: of('output_tokens') / 1000,
          ...thousand,
          usd: price.output / 1000,
        },
      ];
    }
    case 'images':
      return [{ name: `${model}, images`, quantity: 1, unit: 'images', usd: 0.04 }];
    case 'audio_speeches':
      return [{ name: `${model}, characters`, quantity: of('characters'), unit: 'characters', usd: 12e-6 }];
    case 'audio_transcriptions':
      return [{ name: `${model}, duration`, quantity: of('seconds') / 60, unit: 'duration_minutes', usd: 0.006 }];
    case 'code_interpreter_sessions':
      return [{ name: 'code_interpreter, sessions', quantity: 1, unit: 'sessions', usd: 0.03 }];
    case 'file_search_calls':
      return [{ name: 'file_search, calls', quantity: 1, unit: 'calls', usd: 0.0025 }];
    case 'web_search_calls':
      return [{ name: 'web_search, calls', quantity: 1, unit: 'calls', usd: 0.01 }];
    case 'vector_stores':
      return [];
  }
}

function line(name: string, quantity: number, { unit, usd }: Rate): LineItem {
  return { name, quantity, unit, usd: quantity * usd };
}

function chargeable(lines: readonly LineItem[]): readonly LineItem[] {
  return lines.filter(({ usd }) => usd > 0);
}
