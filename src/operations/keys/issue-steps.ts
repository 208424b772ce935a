import { type Instant, utcMinute } from '#domain/instant.ts';
import type { ProjectRef } from '../field.ts';
import type { Step } from '../plan.ts';
import { callTemplate, createStep, deleteStep, setStep } from '../step.ts';
import { attemptSlot, join, requestIdSlot, resultOf, secondsUntil, slotJson } from '../template.ts';

const ACCOUNTS = '/organization/projects/{project_id}/service_accounts';

// Named by request and attempt, so that an account whose creation was not answered is found again by its name.
const accountName = (name: string) => slotJson(join(name, '-', requestIdSlot, '-a', attemptSlot));

const accountParams = (projectId: string) => ({ project_id: projectId, service_account_id: resultOf('account', 'id') });

const readAccount = (projectId: string) =>
  callTemplate(`GET ${ACCOUNTS}/{service_account_id}`, { params: accountParams(projectId) });

/** Ends the one key and its account; nothing else hangs on it. */
export function deleteAccountOf(projectId: string, title: string): Step {
  return deleteStep({
    id: 'delete-account',
    title,
    call: callTemplate(`DELETE ${ACCOUNTS}/{service_account_id}`, { params: accountParams(projectId) }),
    read: readAccount(projectId),
  });
}

function createAccount(project: ProjectRef, name: string): Step {
  const params = { project_id: project.id };
  return createStep({
    id: 'account',
    title: `Create a service account for this one key in ${project.name}`,
    call: callTemplate(`POST ${ACCOUNTS}`, {
      params,
      body: { name: accountName(name), create_service_account_only: true },
    }),
    listedIn: callTemplate(`GET ${ACCOUNTS}`, { params }),
    where: { name: accountName(name) },
  });
}

/** An account created without a key has the role "none", with which its key could do nothing (OpenAI API reference, 2026-11). */
function makeMember(project: ProjectRef): Step {
  return setStep({
    id: 'role',
    title: `Make that account a member of ${project.name}`,
    call: callTemplate(`POST ${ACCOUNTS}/{service_account_id}`, {
      params: accountParams(project.id),
      body: { role: 'member' },
    }),
    read: readAccount(project.id),
    where: { role: 'member' },
  });
}

interface NewKey {
  readonly project: ProjectRef;
  readonly name: string;
  /** Null is everything: then no `scopes` are sent. */
  readonly scopes: readonly string[] | null;
  readonly endsAt: Instant;
}

function createKey({ project, name, scopes, endsAt }: NewKey): Step {
  return createStep({
    id: 'key',
    title: `Create the key ${name}, ending ${utcMinute(endsAt)}`,
    call: callTemplate(`POST ${ACCOUNTS}/{service_account_id}/api_keys`, {
      params: accountParams(project.id),
      body: { name, expires_in_seconds: slotJson(secondsUntil(endsAt)), ...(scopes === null ? {} : { scopes }) },
    }),
    secretAt: ['value'],
    listedIn: callTemplate('GET /organization/projects/{project_id}/api_keys', {
      params: { project_id: project.id },
      query: { owner_project_access: 'any' },
    }),
    where: { 'owner.service_account.id': slotJson(resultOf('account', 'id')) },
  });
}

/** Account first, without a secret and found again by name; the key last, the only step whose lost answer costs anything. */
export function issueSteps(key: NewKey): readonly Step[] {
  return [createAccount(key.project, key.name), makeMember(key.project), createKey(key)];
}
