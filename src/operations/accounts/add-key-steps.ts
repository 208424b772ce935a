import { type Instant, utcMinute } from '#domain/instant.ts';
import type { ProjectRef } from '../field.ts';
import { KEY_PATH } from '../keys/key-state.ts';
import { isEverything, type Scopes } from '../keys/scopes.ts';
import type { ServiceAccount } from '../objects/service-account.ts';
import type { Step } from '../plan.ts';
import { callTemplate, createStep, deleteStep } from '../step.ts';
import { resultOf, secondsUntil, slotJson } from '../template.ts';
import { ACCOUNT, accountParams } from './account-state.ts';

interface FurtherKey {
  /** No other key of the account has it: by this the key is found again, should the answer be lost. */
  readonly name: string;
  readonly scopes: Scopes;
  readonly endsAt: Instant;
}

export function addKey(project: ProjectRef, account: ServiceAccount, { name, scopes, endsAt }: FurtherKey): Step {
  return createStep({
    id: 'key',
    title: `Create the key ${name} of ${account.name}, ending ${utcMinute(endsAt)}`,
    call: callTemplate(`POST ${ACCOUNT}/api_keys`, {
      params: accountParams(project, account),
      body: {
        name,
        expires_in_seconds: slotJson(secondsUntil(endsAt)),
        // Left out, the key may do everything; an empty list would say the same (OpenAI API reference, 2026-11).
        ...(isEverything(scopes) ? {} : { scopes: [...scopes] }),
      },
    }),
    secretAt: ['value'],
    listedIn: callTemplate('GET /organization/projects/{project_id}/api_keys', {
      params: { project_id: project.id },
      query: { owner_project_access: 'any' },
    }),
    where: { name, 'owner.service_account.id': account.id },
  });
}

/** The account was there before and stays, so only the key goes. */
export function removeKeyAgain(project: ProjectRef, name: string): Step {
  const params = { project_id: project.id, api_key_id: resultOf('key', 'id') };
  return deleteStep({
    id: 'delete-key',
    title: `Delete the key ${name} again, because it could not be handed over`,
    call: callTemplate(`DELETE ${KEY_PATH}`, { params }),
    read: callTemplate(`GET ${KEY_PATH}`, { params }),
  });
}
