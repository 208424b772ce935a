import { z } from 'zod';

import type { Behaviour } from '../behaviour.ts';
import { forgetServiceAccount } from '../forget.ts';
import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { mintId } from '../identifier.ts';
import { issueKey } from '../issue-key.ts';
import { locateActiveProject, locateJoinableProject, locateServiceAccount } from '../locate.ts';
import { type Organization, type ServiceAccount, newestFirst } from '../organization.ts';
import { bodyField } from './body-field.ts';
import { requireOne } from './require-one.ts';

/** The name that a key gets when nobody names it; OpenAI API reference, 2026-11. */
export const DEFAULT_KEY_NAME = 'Secret Key';

/**
 * An account comes with its first key unless only the account is asked for, and deleting it ends all its keys. On the live
 * API a read right after the creation can be too early (seen in 2025), which the behaviour can imitate.
 * OpenAI API reference, 2026-11.
 */
export const serviceAccountEndpoints = [
  get('/organization/projects/{project_id}/service_accounts', pageQuery, ({ organization, params, query }) => {
    const project = locateActiveProject(organization, params.project_id);
    const accounts = [...organization.serviceAccounts.values()].filter(({ projectId }) => projectId === project.id);
    const rows = newestFirst(accounts, (account) => account.createdAtSec);
    return pageOf(
      rows.filter((account) => !isOverlooked(organization, account.id, 'lists')),
      query,
      showServiceAccount,
    );
  }),

  post(
    '/organization/projects/{project_id}/service_accounts',
    {
      name: bodyField.name,
      create_service_account_only: z.boolean().nullish(),
      expires_in_seconds: bodyField.lifetimeSec.nullish(),
    },
    ({ organization, behaviour, params, body, nowSec, record }) => {
      const project = locateJoinableProject(organization, params.project_id);
      const lifetimeSec = body.expires_in_seconds ?? null;
      const withKey = body.create_service_account_only !== true;
      if (!withKey && lifetimeSec !== null) {
        const message = "'expires_in_seconds' cannot be combined with 'create_service_account_only'.";
        throw badRequest(message, { param: 'expires_in_seconds' });
      }
      const role = withKey ? 'member' : 'none';
      const account = {
        id: mintId('user-'),
        projectId: project.id,
        name: body.name,
        role,
        createdAtSec: nowSec,
      } as const;
      organization.serviceAccounts.set(account.id, account);
      hideForAWhile(organization, account.id, behaviour);
      record('service_account.created', { id: account.id, data: { role } });
      if (!withKey) return { ...showServiceAccount(account), api_key: null };
      const key = issueKey(organization, account, { name: DEFAULT_KEY_NAME, scopes: [], lifetimeSec, nowSec });
      record('api_key.created', { id: key.id, data: { scopes: [] } });
      return { ...showServiceAccount(account), api_key: key.shownOnce };
    },
  ),

  get('/organization/projects/{project_id}/service_accounts/{service_account_id}', {}, ({ organization, params }) => {
    const account = locateServiceAccount(organization, params);
    if (isOverlooked(organization, account.id, 'gets')) {
      throw notFound('Service account', account.id, 'service_account_id');
    }
    return showServiceAccount(account);
  }),

  post(
    '/organization/projects/{project_id}/service_accounts/{service_account_id}',
    { name: bodyField.name.optional(), role: bodyField.projectRole.optional() },
    ({ organization, params, body, record }) => {
      requireOne(body, ['name', 'role']);
      const account = locateServiceAccount(organization, params);
      const changed: ServiceAccount = { ...account, name: body.name ?? account.name, role: body.role ?? account.role };
      organization.serviceAccounts.set(account.id, changed);
      const changes = body.role === undefined ? {} : { role: body.role };
      record('service_account.updated', { id: account.id, changes_requested: changes });
      return showServiceAccount(changed);
    },
  ),

  remove(
    '/organization/projects/{project_id}/service_accounts/{service_account_id}',
    ({ organization, params, nowSec, record }) => {
      const account = locateServiceAccount(organization, params);
      forgetServiceAccount(organization, account.id, nowSec);
      record('service_account.deleted', { id: account.id });
      return { object: 'organization.project.service_account.deleted', id: account.id, deleted: true };
    },
  ),
];

/** Counts from the moment of creation, so that a later change of the behaviour leaves this account alone. */
function hideForAWhile(organization: Organization, accountId: string, behaviour: Readonly<Behaviour>): void {
  organization.unseenReads.set(accountId, {
    gets: behaviour.newServiceAccountHiddenGets,
    lists: behaviour.newServiceAccountHiddenLists,
  });
}

/** Whether this read comes too early to see a new account. Each read counts the number down by one. */
function isOverlooked(organization: Organization, accountId: string, read: 'gets' | 'lists'): boolean {
  const unseen = organization.unseenReads.get(accountId);
  if (unseen === undefined || unseen[read] <= 0) return false;
  organization.unseenReads.set(accountId, { ...unseen, [read]: unseen[read] - 1 });
  return true;
}

function showServiceAccount(account: ServiceAccount): JsonObject {
  return {
    object: 'organization.project.service_account',
    id: account.id,
    name: account.name,
    role: account.role,
    created_at: account.createdAtSec,
  };
}
