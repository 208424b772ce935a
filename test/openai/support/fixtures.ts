import { inspect } from 'node:util';
import { Secret } from '#domain/secret.ts';
import { call } from '#operations/call.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { CallContext } from '#workflow/ports/vendor.ts';

// Joined at run time, so that no scanner takes these for real.
export const fakeKey = (kind: string, letters: string): string => ['sk', kind, letters].join('-');

export const adminKeyText = fakeKey('admin', 'Canary0Admin0Key0Value0For0Tests');
export const adminKey = new Secret(adminKeyText);

const project = 'proj_search';

export const listProjects = call('GET /organization/projects');
export const showProject = call('GET /organization/projects/{project_id}', { params: { project_id: project } });
export const listKeys = call('GET /organization/projects/{project_id}/api_keys', { params: { project_id: project } });
export const deleteKey = call('DELETE /organization/projects/{project_id}/api_keys/{api_key_id}', {
  params: { project_id: project, api_key_id: 'key_1' },
});
export const createAccount = call('POST /organization/projects/{project_id}/service_accounts', {
  params: { project_id: project },
  body: { name: 'search-dev', create_service_account_only: true },
});
export const createKey = call(
  'POST /organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys',
  { params: { project_id: project, service_account_id: 'svc_1' }, body: { name: 'nightly-eval' } },
);

export const context: CallContext = { priority: 'click', cause: 'request:R1' };

/** A log that remembers every line as text. */
export function createRecordingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    const withErrors = (_: string, value: unknown): unknown =>
      value instanceof Error ? `${inspect(value)} ${JSON.stringify(value)}` : value;
    lines.push(`${message} ${JSON.stringify(fields, withErrors)}`);
  };
  return { lines, info: write, warn: write, error: write };
}
