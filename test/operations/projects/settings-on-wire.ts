import { NOON } from '../erin-asks.ts';
import { listOnWire } from '../wire.ts';

/** Settings of a project as the vendor's reference shows them. Amounts of limits are cents, of costs dollars. */

const second = 1000;

export const astraLimit = {
  object: 'project.rate_limit',
  id: 'rl-gpt-6-astra',
  model: 'gpt-6-astra',
  max_requests_per_1_minute: 5000,
  max_tokens_per_1_minute: 2_000_000,
  batch_1_day_max_input_tokens: 20_000_000,
};

export const imageLimit = {
  object: 'project.rate_limit',
  id: 'rl-gpt-image-2',
  model: 'gpt-image-2',
  max_requests_per_1_minute: 50,
  max_tokens_per_1_minute: 150_000,
  max_images_per_1_minute: 10,
};

export const limitsOnWire = (...rows: readonly object[]) =>
  listOnWire(...(rows.length === 0 ? [astraLimit, imageLimit] : rows));

export const modelsOnWire = (mode: 'allow_list' | 'deny_list', ...ids: readonly string[]) => ({
  object: 'project.model_permissions',
  mode,
  model_ids: ids,
});

/** Every tool on but those named. */
export const toolsOnWire = (...off: readonly string[]) =>
  Object.fromEntries(
    ['file_search', 'web_search', 'image_generation', 'mcp', 'code_interpreter'].map((tool) => [
      tool,
      { enabled: !off.includes(tool) },
    ]),
  );

export const tiersOnWire = (more: Readonly<Record<string, unknown>> = {}) => ({
  object: 'project.service_tier_settings',
  default: 'standard',
  enabled_tiers: ['flex'],
  ...more,
});

export const hardLimitOnWire = (cents: number, status = 'inactive') => ({
  object: 'project.spend_limit',
  threshold_amount: cents,
  currency: 'USD',
  interval: 'month',
  enforcement: { status },
});

const pageOf = (results: readonly object[]) => ({
  object: 'page',
  data: [{ object: 'bucket', start_time: NOON / second - 86_400, end_time: NOON / second, results }],
  has_more: false,
  next_page: null,
});

export const costsOnWire = (dollars: number) =>
  pageOf([{ object: 'organization.costs.result', amount: { value: dollars, currency: 'usd' } }]);

/** Completions of one bucket, by model. */
export const useOnWire = (...uses: readonly (readonly [model: string | null, requests: number])[]) =>
  pageOf(
    uses.map(([model, requests]) => ({
      object: 'organization.usage.completions.result',
      model,
      num_model_requests: requests,
      input_tokens: requests * 100,
      output_tokens: requests * 10,
    })),
  );

export const accountOnWire = (more: Readonly<Record<string, unknown>> = {}) => ({
  object: 'organization.project.service_account',
  id: 'user_svc',
  name: 'evaluator',
  role: 'member',
  created_at: NOON / second - 86_400,
  ...more,
});

export const userOnWire = (more: Readonly<Record<string, unknown>> = {}) => ({
  object: 'organization.user',
  id: 'user_erin',
  name: 'Erin Vale',
  email: 'erin@acme.example',
  role: 'reader',
  added_at: NOON / second - 86_400,
  ...more,
});
