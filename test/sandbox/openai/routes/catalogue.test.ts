import { describe, expect, it } from 'vitest';

import { endpointCatalogue } from '#sandbox/openai/routes/catalogue.ts';

const organization = '/organization';
const project = '/organization/projects/{project_id}';

describe('the catalogue of endpoints', () => {
  it('answers exactly what is emulated, each once', () => {
    expect(endpointCatalogue.map(({ method, template }) => `${method} ${template}`).toSorted()).toEqual(
      [
        ...crud(`${organization}/admin_api_keys`, 'key_id', ['list', 'create', 'get', 'delete']),
        ...crud(`${organization}/users`, 'user_id', ['list', 'get', 'update', 'delete']),
        ...crud(`${organization}/invites`, 'invite_id', ['list', 'create', 'get', 'delete']),
        ...crud(`${organization}/projects`, 'project_id', ['list', 'create', 'get', 'update']),
        `POST ${project}/archive`,
        ...crud(`${project}/users`, 'user_id', ['list', 'create', 'get', 'update', 'delete']),
        ...crud(`${project}/service_accounts`, 'service_account_id', ['list', 'create', 'get', 'update', 'delete']),
        `POST ${project}/service_accounts/{service_account_id}/api_keys`,
        ...crud(`${project}/api_keys`, 'api_key_id', ['list', 'get', 'update', 'delete']),
        `GET ${organization}/audit_logs`,
      ].toSorted(),
    );
  });
});

type Verb = 'list' | 'create' | 'get' | 'update' | 'delete';

function crud(path: string, param: string, verbs: readonly Verb[]): readonly string[] {
  const lines: Readonly<Record<Verb, string>> = {
    list: `GET ${path}`,
    create: `POST ${path}`,
    get: `GET ${path}/{${param}}`,
    update: `POST ${path}/{${param}}`,
    delete: `DELETE ${path}/{${param}}`,
  };
  return verbs.map((verb) => lines[verb]);
}
