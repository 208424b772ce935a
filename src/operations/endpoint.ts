/**
 * Every endpoint that an operation may use today, as `METHOD /path/{param}`. A call can be built from these only, so no other path
 * of the vendor can be reached by any input. The complete ledger stands in data/endpoints.csv; a test holds the two together.
 */
export const endpoints = [
  'GET /organization/admin_api_keys',
  'GET /organization/audit_logs',
  'GET /organization/projects',
  'GET /organization/projects/{project_id}',
  'GET /organization/projects/{project_id}/api_keys',
  'GET /organization/projects/{project_id}/api_keys/{api_key_id}',
  'DELETE /organization/projects/{project_id}/api_keys/{api_key_id}',
  'GET /organization/projects/{project_id}/service_accounts',
  'POST /organization/projects/{project_id}/service_accounts',
  'GET /organization/projects/{project_id}/service_accounts/{service_account_id}',
  'POST /organization/projects/{project_id}/service_accounts/{service_account_id}',
  'DELETE /organization/projects/{project_id}/service_accounts/{service_account_id}',
  'POST /organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys',
  'GET /organization/projects/{project_id}/users',
  'GET /organization/users',
] as const;

export type Endpoint = (typeof endpoints)[number];

export type Method = 'GET' | 'POST' | 'DELETE';

export function methodOf(endpoint: Endpoint): Method {
  return endpoint.slice(0, endpoint.indexOf(' ')) as Method;
}

export function pathTemplateOf(endpoint: Endpoint): string {
  return endpoint.slice(endpoint.indexOf(' ') + 1);
}
