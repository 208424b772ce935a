import { goodPem, pemOf } from '../sandbox/openai/pem-lines.ts';
import { ids } from '../sandbox/openai/small-seed.ts';

export interface TourStep {
  readonly endpoint: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, unknown>>;
  /** Ids in the path that differ from `usualIds` and from what was made on the way. */
  readonly at?: Readonly<Record<string, string>>;
  /** The name in paths of what this step makes; later steps speak of it. */
  readonly makes?: string;
}

/** What a path speaks of until the tour makes something of its own. */
export const usualIds: Readonly<Record<string, string>> = {
  project_id: ids.web,
  user_id: ids.lin,
  group_id: ids.ownGroup,
  role_id: ids.usageRole,
  api_key_id: ids.linKey,
  service_account_id: ids.worker,
  rate_limit_id: 'rl-gpt-6-astra',
  certificate_id: ids.certificate,
};

type Rest = Omit<TourStep, 'endpoint'>;
const step = (endpoint: string, rest: Rest = {}): TourStep => ({ endpoint, ...rest });

const organization = '/organization';
const project = '/organization/projects/{project_id}';
const alert = {
  threshold_amount: 5000,
  currency: 'USD',
  interval: 'month',
  notification_channel: { type: 'email', recipients: ['ada@small.example'], subject_prefix: '[x]' },
};
const limit = { threshold_amount: 5000, currency: 'USD', interval: 'month' };
const page = { limit: 1, order: 'asc' };

const people: readonly TourStep[] = [
  step(`GET ${organization}/admin_api_keys`, { query: page }),
  step(`POST ${organization}/admin_api_keys`, { body: { name: 'spare', expires_in_seconds: 60 }, makes: 'key_id' }),
  step(`GET ${organization}/admin_api_keys/{key_id}`),
  step(`DELETE ${organization}/admin_api_keys/{key_id}`),
  step(`GET ${organization}/users`, { query: { emails: ['ada@small.example'] } }),
  step(`GET ${organization}/users/{user_id}`),
  step(`POST ${organization}/users/{user_id}`, { body: { role: 'owner', technical_level: 'high' } }),
  step(`DELETE ${organization}/users/{user_id}`, { at: { user_id: ids.robot } }),
  step(`GET ${organization}/invites`, { query: { limit: 1 } }),
  step(`POST ${organization}/invites`, {
    body: { email: 'x@small.example', role: 'reader', projects: [{ id: ids.web, role: 'member' }] },
    makes: 'invite_id',
  }),
  step(`GET ${organization}/invites/{invite_id}`),
  step(`DELETE ${organization}/invites/{invite_id}`),
];

const projects: readonly TourStep[] = [
  step(`GET ${organization}/projects`, { query: { include_archived: true, limit: 2 } }),
  step(`POST ${organization}/projects`, { body: { name: 'made', residency: 'EU_STORAGE_PROCESSING' } }),
  step(`GET ${project}`),
  step(`POST ${project}`, { body: { name: 'website' } }),
  step(`GET ${project}/users`, { query: { limit: 1 } }),
  step(`POST ${project}/users`, { body: { user_id: ids.scim, role: 'member' } }),
  step(`GET ${project}/users/{user_id}`, { at: { user_id: ids.scim } }),
  step(`POST ${project}/users/{user_id}`, { at: { user_id: ids.scim }, body: { role: 'owner' } }),
  step(`DELETE ${project}/users/{user_id}`, { at: { user_id: ids.scim } }),
  step(`GET ${project}/service_accounts`),
  step(`POST ${project}/service_accounts`, {
    body: { name: 'ci', expires_in_seconds: 60 },
    makes: 'service_account_id',
  }),
  step(`GET ${project}/service_accounts/{service_account_id}`),
  step(`POST ${project}/service_accounts/{service_account_id}`, { body: { role: 'owner' } }),
  step(`POST ${project}/service_accounts/{service_account_id}/api_keys`, { body: { scopes: ['api.all.read'] } }),
  step(`GET ${project}/api_keys`, { query: { owner_project_access: 'any' } }),
  step(`GET ${project}/api_keys/{api_key_id}`),
  step(`POST ${project}/api_keys/{api_key_id}`, { body: { scopes: [], expires_in_seconds: 60 } }),
  step(`DELETE ${project}/api_keys/{api_key_id}`, { at: { api_key_id: ids.goneKey } }),
];

const settings: readonly TourStep[] = [
  step(`GET ${project}/rate_limits`, { query: { limit: 3 } }),
  step(`POST ${project}/rate_limits/{rate_limit_id}`, { body: { max_requests_per_1_minute: 10 } }),
  step(`POST ${project}/model_permissions`, { body: { mode: 'deny_list', model_ids: ['gpt-image-2'] } }),
  step(`GET ${project}/model_permissions`),
  step(`DELETE ${project}/model_permissions`),
  step(`GET ${project}/hosted_tool_permissions`),
  step(`POST ${project}/hosted_tool_permissions`, { body: { mcp: { enabled: false }, web_search: null } }),
  step(`GET ${project}/service_tier_settings`),
  step(`POST ${project}/service_tier_settings`, { body: { default: 'fast', enabled_tiers: ['flex'] } }),
  ...[organization, project].flatMap((place) => [
    step(`GET ${place}/spend_alerts`, { query: { ...page, limit: 0 } }),
    step(`POST ${place}/spend_alerts`, { body: alert, makes: 'alert_id' }),
    step(`GET ${place}/spend_alerts/{alert_id}`),
    step(`POST ${place}/spend_alerts/{alert_id}`, { body: { ...alert, threshold_amount: 0 } }),
    step(`DELETE ${place}/spend_alerts/{alert_id}`),
    step(`POST ${place}/spend_limit`, { body: limit }),
    step(`GET ${place}/spend_limit`),
    step(`DELETE ${place}/spend_limit`),
    step(`GET ${place}/data_retention`),
    step(`POST ${place}/data_retention`, { body: { retention_type: 'zero_data_retention' } }),
  ]),
];

const assignments: readonly TourStep[] = [
  { holder: `${organization}/users/{user_id}`, role_id: ids.usageRole },
  { holder: `${organization}/groups/{group_id}`, role_id: ids.usageRole, group_id: ids.scimGroup },
  { holder: '/projects/{project_id}/users/{user_id}', role_id: ids.keysRole },
  { holder: '/projects/{project_id}/groups/{group_id}', role_id: ids.keysRole },
].flatMap(({ holder, role_id, group_id = ids.ownGroup }) => [
  step(`POST ${holder}/roles`, { at: { group_id }, body: { role_id } }),
  step(`GET ${holder}/roles`, { query: page }),
  step(`GET ${holder}/roles/{role_id}`, { at: { role_id, group_id } }),
  step(`DELETE ${holder}/roles/{role_id}`, { at: { role_id, group_id } }),
]);

const access: readonly TourStep[] = [
  step(`GET ${organization}/groups`, { query: page }),
  step(`POST ${organization}/groups`, { body: { name: 'new' }, makes: 'group_id' }),
  step(`GET ${organization}/groups/{group_id}`),
  step(`POST ${organization}/groups/{group_id}`, { body: { name: 'newer' } }),
  step(`POST ${organization}/groups/{group_id}/users`, { body: { user_id: ids.scim } }),
  step(`GET ${organization}/groups/{group_id}/users`, { query: page }),
  step(`GET ${organization}/groups/{group_id}/users/{user_id}`, { at: { user_id: ids.scim } }),
  step(`POST ${project}/groups`, { body: { group_id: ids.scimGroup, role: 'role-api-project-member' } }),
  step(`GET ${project}/groups`, { query: page }),
  step(`GET ${project}/groups/{group_id}`, { at: { group_id: ids.scimGroup }, query: { group_type: 'tenant_group' } }),
  step(`DELETE ${project}/groups/{group_id}`, { at: { group_id: ids.scimGroup } }),
  ...[organization, '/projects/{project_id}'].flatMap((place) => [
    step(`GET ${place}/roles`, { query: page }),
    step(`POST ${place}/roles`, { body: { role_name: 'r', permissions: [], description: null }, makes: 'role_id' }),
    step(`GET ${place}/roles/{role_id}`),
    step(`POST ${place}/roles/{role_id}`, { body: { permissions: ['api.groups.read'], description: 'd' } }),
    step(`DELETE ${place}/roles/{role_id}`),
  ]),
];

const trust: readonly TourStep[] = [
  step(`GET ${organization}/certificates`, { query: page }),
  step(`POST ${organization}/certificates`, { body: { certificate: pemOf(goodPem) }, makes: 'certificate_id' }),
  ...[organization, project].flatMap((place) => [
    step(`POST ${place}/certificates/activate`, { body: { certificate_ids: [ids.certificate] } }),
    step(`POST ${place}/certificates/deactivate`, { body: { certificate_ids: [ids.certificate] } }),
  ]),
  step(`GET ${project}/certificates`, { query: page }),
  step(`GET ${organization}/certificates/{certificate_id}`, { query: { include: ['content'] } }),
  step(`POST ${organization}/certificates/{certificate_id}`, { body: { name: 'renamed' } }),
  step(`DELETE ${organization}/certificates/{certificate_id}`),
  step(`POST ${organization}/external_keys`, {
    body: { type: 'oci', name: 'k', region: 'r', vault_ocid: 'v', key_ocid: 'k' },
    makes: 'external_key_id',
  }),
  step(`GET ${organization}/external_keys`, { query: { purpose: 'ekm', limit: 0 } }),
  step(`GET ${organization}/external_keys/{external_key_id}`),
  step(`POST ${organization}/external_keys/{external_key_id}/validate`),
  step(`DELETE ${organization}/external_keys/{external_key_id}`),
  ...[
    { type: 'aws', bucket: 'b', role_arn: 'arn:aws:iam::000000000000:role/x' },
    { type: 'gcp', bucket: 'b', ...workloadPool() },
    {
      type: 'azure',
      account_name: 'a',
      container: 'c',
      resource_group: 'g',
      subscription_id: 's',
      tenant_id: 't',
    },
    { type: 'oci', bucket: 'b', region: 'r', tenancy_ocid: 't' },
  ].map((provider) =>
    step(`POST ${organization}/external_storage`, {
      body: { project_id: ids.web, provider },
      makes: 'external_storage_id',
    }),
  ),
  step(`GET ${organization}/external_storage`, { query: { project_id: ids.web } }),
  step(`GET ${organization}/external_storage/{external_storage_id}`),
  step(`POST ${organization}/external_storage/{external_storage_id}/validate`),
  step(`DELETE ${organization}/external_storage/{external_storage_id}`),
];

function workloadPool(): Readonly<Record<string, string>> {
  return {
    workload_identity_pool_id: 'p',
    workload_identity_project_number: '1',
    workload_identity_provider_id: 'i',
  };
}

const providers = `${organization}/workload_identity_providers`;
const rules = `${providers}/{workload_identity_provider_id}/federation_rules`;

const identity: readonly TourStep[] = [
  step(`POST ${providers}`, {
    body: { type: 'oidc', name: 'ci', issuer: 'https://ci.example', audience: 'a' },
    makes: 'workload_identity_provider_id',
  }),
  step(`GET ${providers}`, { query: page }),
  step(`GET ${providers}/{workload_identity_provider_id}`),
  step(`POST ${providers}/{workload_identity_provider_id}`, {
    body: { enabled: false, verification: { type: 'uploaded_jwks', jwks: { keys: [] } } },
  }),
  step(`POST ${rules}`, {
    body: {
      project_id: ids.web,
      service_account_id: ids.worker,
      attribute_matchers: { repository: 'x', protected: true, run: 7 },
      permissions: { type: 'restricted', scopes: ['api.model.request'] },
    },
    makes: 'workload_identity_federation_rule_id',
  }),
  step(`GET ${rules}`, { query: { service_account_id: ids.worker } }),
  step(`GET ${rules}/{workload_identity_federation_rule_id}`),
  step(`POST ${rules}/{workload_identity_federation_rule_id}`, { body: { name: null, enabled: false } }),
  step(`DELETE ${rules}/{workload_identity_federation_rule_id}`),
  step(`DELETE ${providers}/{workload_identity_provider_id}`),
];

/** Every kind of usage is read below; a day before the benches' noon of 2026-11-23. */
const since = { start_time: Date.UTC(2026, 10, 22) / 1000 };

const watching: readonly TourStep[] = [
  ...[
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
  ].map((kind) =>
    step(`GET ${organization}/usage/${kind}`, { query: { ...since, bucket_width: '1h', group_by: ['project_id'] } }),
  ),
  step(`GET ${organization}/costs`, { query: { ...since, group_by: ['line_item', 'api_key_id'], limit: 180 } }),
  step(`GET ${organization}/audit_logs`, { query: { effective_at: { gte: 0 }, limit: 100 } }),
  step(`GET ${organization}/audit_logs`, { query: { tenant_only: true } }),
];

const farewell: readonly TourStep[] = [
  step(`DELETE ${organization}/groups/{group_id}/users/{user_id}`, { at: { user_id: ids.scim } }),
  step(`DELETE ${organization}/groups/{group_id}`),
  step(`DELETE ${project}/service_accounts/{service_account_id}`),
  step(`POST ${project}/archive`),
];

/** A call of every endpoint that succeeds on the small organization, in an order that works. */
export const tour: readonly TourStep[] = [
  ...people,
  ...projects,
  ...settings,
  ...assignments,
  ...access,
  ...trust,
  ...identity,
  ...watching,
  ...farewell,
];
