import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { ProjectRef, ThingRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepServiceAccount, keepServiceAccounts, type ServiceAccount } from '../objects/service-account.ts';
import { callTemplate } from '../step.ts';
import type { CallTemplate } from '../template.ts';

export const ACCOUNTS = '/organization/projects/{project_id}/service_accounts';
export const ACCOUNT = `${ACCOUNTS}/{service_account_id}` as const;

export const accountParams = (project: ProjectRef, account: { readonly id: string }) => ({
  project_id: project.id,
  service_account_id: account.id,
});

export const needAccounts = (project: ProjectRef): Need =>
  read('accounts', {
    call: call(`GET ${ACCOUNTS}`, { params: { project_id: project.id } }),
    keep: keepServiceAccounts,
    pages: 'all',
  });

export const needAccount = (project: ProjectRef, account: ThingRef): Need =>
  read('account', {
    call: call(`GET ${ACCOUNT}`, { params: accountParams(project, account) }),
    keep: keepServiceAccount,
    absent: 'null',
  });

export const accountAgain = (project: ProjectRef, account: ServiceAccount): CallTemplate =>
  callTemplate(`GET ${ACCOUNT}`, { params: accountParams(project, account) });

/** An account as other operations take it. */
export const accountInput = (project: ProjectRef, account: Pick<ServiceAccount, 'id' | 'name'>) => ({
  project: { id: project.id, name: project.name },
  account: { id: account.id, name: account.name },
});

export function refuseGone(id: string, account: ThingRef): Refusal {
  return refuse(`${id}.gone`, {
    what: `The service account ${account.name || account.id} does not exist any more.`,
    rule: 'Only an account that OpenAI still lists can be changed.',
    whoCan: 'Nobody needs to do anything: its keys ended with it.',
  });
}

/** OpenAI allows several accounts of one name; here an account is found again by it. */
export function refuseTaken(id: string, name: string, accounts: readonly ServiceAccount[]): Refusal | null {
  const taken = accounts.find((account) => account.name.toLowerCase() === name.toLowerCase());
  if (taken === undefined) return null;
  return refuse(`${id}.name-taken`, {
    what: `There is a service account ${taken.name} in this project already (${taken.id}).`,
    rule: 'Service accounts are named by their names here, so no two of a project may share one.',
    whoCan: 'You: choose another name.',
  });
}

const roles: Readonly<Record<string, string>> = {
  member: 'member',
  owner: 'owner: may manage the project itself',
  none: 'none: its keys can do nothing',
};

export const sayRole = (role: string): string => roles[role] ?? role;

export const warnOwner = (project: ProjectRef): string =>
  `As an owner it may manage ${project.name} itself: its people, its keys, its settings.`;
