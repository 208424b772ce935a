import type { Json, JsonObject } from '#domain/json.ts';
import type { Call } from '#operations/call.ts';
import type { Endpoint } from '#operations/endpoint.ts';
import { NOON } from './settable-clock.ts';
import type { Account, Key, SmallOrganization } from './small-organization.ts';

/** An answer of the organization; null is "not found". */
export type Handler = (organization: SmallOrganization, call: Call) => Json;

const MADE_AT = NOON / 1000 - 30 * 86_400;
const PROJECT = '/organization/projects/{project_id}';

const showProject = (project: { id: string; name: string; status: string }): JsonObject => ({
  ...project,
  created_at: MADE_AT,
});
const showAccount = ({ id, name, role }: Account): JsonObject => ({ id, name, role, created_at: MADE_AT });

function showKey(organization: SmallOrganization, key: Key): JsonObject {
  const account = key.accountId === null ? undefined : organization.accounts.get(key.accountId);
  return {
    id: key.id,
    name: key.name,
    redacted_value: key.redacted,
    created_at: MADE_AT,
    last_used_at: key.lastUsedAt,
    expires_at: key.expiresAt,
    owner:
      account === undefined
        ? { type: 'user', user: { id: 'user_erin', name: 'Erin Vale', email: 'erin@acme.example' } }
        : { type: 'service_account', service_account: { id: account.id, name: account.name } },
  };
}

const inProject = <T extends { readonly projectId: string }>(things: Iterable<T>, call: Call): readonly T[] =>
  [...things].filter((thing) => thing.projectId === call.params['project_id']);
const nameIn = ({ body }: Call): string => (typeof body?.['name'] === 'string' ? body['name'] : '');
const one = <T>(things: ReadonlyMap<string, T>, id: string | undefined): T | undefined => things.get(id ?? '');
const deleted = (id: string): JsonObject => ({ id, deleted: true });

/** What each endpoint does to the organization and answers, as far as the bot relies on it. */
export const handlers: Readonly<Partial<Record<Endpoint, Handler>>> = {
  'GET /organization/projects': (org) => ({ data: [...org.projects.values()].map(showProject) }),
  'GET /organization/users': () => ({
    data: [{ id: 'user_erin', name: 'Erin Vale', email: 'erin@acme.example', role: 'reader', added_at: MADE_AT }],
  }),
  [`GET ${PROJECT}`]: (org, { params }) => {
    const project = one(org.projects, params['project_id']);
    return project === undefined ? null : showProject(project);
  },
  [`GET ${PROJECT}/users`]: () => ({
    data: [{ id: 'user_erin', name: 'Erin Vale', email: 'erin@acme.example', role: 'owner', added_at: MADE_AT }],
  }),
  [`GET ${PROJECT}/api_keys`]: (org, call) => ({
    data: inProject(org.keys.values(), call).map((key) => showKey(org, key)),
  }),
  [`GET ${PROJECT}/api_keys/{api_key_id}`]: (org, { params }) => {
    const key = one(org.keys, params['api_key_id']);
    return key === undefined ? null : showKey(org, key);
  },
  [`DELETE ${PROJECT}/api_keys/{api_key_id}`]: (org, { params }) => {
    const id = params['api_key_id'] ?? '';
    return org.keys.delete(id) ? deleted(id) : null;
  },
  [`GET ${PROJECT}/service_accounts`]: (org, call) => ({
    data: inProject(org.accounts.values(), call).map(showAccount),
  }),
  [`POST ${PROJECT}/service_accounts`]: (org, call) =>
    showAccount(org.createAccount(call.params['project_id'] ?? '', nameIn(call))),
  [`GET ${PROJECT}/service_accounts/{service_account_id}`]: (org, { params }) => {
    const account = one(org.accounts, params['service_account_id']);
    return account === undefined ? null : showAccount(account);
  },
  [`POST ${PROJECT}/service_accounts/{service_account_id}`]: (org, { params }) => {
    const account = one(org.accounts, params['service_account_id']);
    if (account === undefined) return null;
    account.role = 'member';
    return showAccount(account);
  },
  [`DELETE ${PROJECT}/service_accounts/{service_account_id}`]: (org, { params }) => {
    const id = params['service_account_id'] ?? '';
    if (!org.accounts.has(id)) return null;
    org.deleteAccount(id);
    return deleted(id);
  },
  [`POST ${PROJECT}/service_accounts/{service_account_id}/api_keys`]: (org, call) => {
    const account = one(org.accounts, call.params['service_account_id']);
    if (account === undefined) return null;
    const key = org.createKey(account, nameIn(call), Number(call.body?.['expires_in_seconds']));
    return { id: key.id, name: key.name, created_at: MADE_AT, value: key.value };
  },
};
