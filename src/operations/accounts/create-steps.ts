import { type Instant, utcMinute } from '#domain/instant.ts';
import type { ProjectRef } from '../field.ts';
import type { Step } from '../plan.ts';
import { callTemplate, createStep, setStep } from '../step.ts';
import { resultOf, secondsUntil, slotJson } from '../template.ts';
import { ACCOUNT, ACCOUNTS } from './account-state.ts';

export interface NewAccount {
  readonly project: ProjectRef;
  readonly name: string;
  readonly role: 'member' | 'owner' | 'none';
  /** Null makes the account alone. `endsAt: null` is a key without an end. */
  readonly key: { readonly endsAt: Instant | null } | null;
}

function create({ project, name, key }: NewAccount): Step {
  const params = { project_id: project.id };
  const alone = { create_service_account_only: true };
  const ends = key === null || key.endsAt === null ? {} : { expires_in_seconds: slotJson(secondsUntil(key.endsAt)) };
  return createStep({
    id: 'account',
    title:
      key === null
        ? `Create the service account ${name} in ${project.name}`
        : `Create the service account ${name} in ${project.name} with a key, ${key.endsAt === null ? 'without an end' : `ending ${utcMinute(key.endsAt)}`}`,
    call: callTemplate(`POST ${ACCOUNTS}`, { params, body: { name, ...(key === null ? alone : ends) } }),
    ...(key === null ? {} : { secretAt: ['api_key', 'value'] }),
    listedIn: callTemplate(`GET ${ACCOUNTS}`, { params }),
    where: { name },
  });
}

function giveRole({ project, name, role }: NewAccount): Step {
  const params = { project_id: project.id, service_account_id: resultOf('account', 'id') };
  return setStep({
    id: 'role',
    title: `Make ${name} ${role === 'owner' ? 'an owner' : 'a member'} of ${project.name}`,
    call: callTemplate(`POST ${ACCOUNT}`, { params, body: { role } }),
    read: callTemplate(`GET ${ACCOUNT}`, { params }),
    where: { role },
  });
}

/** With a key an account begins as a member, alone as nothing (OpenAI API reference, 2026-11); only what differs is set. */
export function createSteps(account: NewAccount): readonly Step[] {
  const born = account.key === null ? 'none' : 'member';
  return account.role === born ? [create(account)] : [create(account), giveRole(account)];
}
