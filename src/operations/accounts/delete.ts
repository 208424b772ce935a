import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { InputOf, ProjectRef } from '../field.ts';
import { apiKeySchema } from '../objects/api-key.ts';
import { projectSchema } from '../objects/project.ts';
import { type ServiceAccount, serviceAccountGuard, serviceAccountSchema } from '../objects/service-account.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { keyFacts, needKeys, warnInUse } from '../projects/hanging.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { callTemplate, deleteStep } from '../step.ts';
import { accountField, projectField } from './account-fields.ts';
import { ACCOUNT, accountAgain, accountParams, needAccount, refuseGone, sayRole } from './account-state.ts';

const id = operationId('accounts.delete');

const fields = { project: projectField, account: accountField } as const;

const known = z.object({
  project: projectSchema,
  account: serviceAccountSchema.nullable(),
  /** Of the whole project. */
  keys: z.array(apiKeySchema),
});

const isRole = (role: string): boolean => role === 'member' || role === 'owner' || role === 'none';

function inverseOf(project: ProjectRef, account: ServiceAccount, keys: number): Inverse {
  const lost = keys === 0 ? '' : ` Its ${count(keys, 'key')} and their secrets never come back.`;
  return {
    verdict: 'partial',
    sentence: `create one of the same name, which gets a new id. Whatever knows the old id has to be told.${lost}`,
    operation: operationId('accounts.create'),
    input: { project: { ...project }, name: account.name, ...(isRole(account.role) ? { role: account.role } : {}) },
  };
}

// Which federation rules name an account is told only provider by provider; that is more calls than this is worth.
const withoutKey = 'It has no key, so it may serve workload identity: whatever signs in as it that way stops.';

function plan(ask: Ask<InputOf<typeof fields>>, have: z.infer<typeof known>): Plan | Refusal {
  const { account } = have;
  if (account === null) return refuseGone(id, ask.input.account);
  const project = refOf(have.project);
  const keys = have.keys.filter((key) => key.ownerKind === 'account' && key.ownerId === account.id);
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Delete a service account in ${project.name}`,
    gist: `${account.name}, with ${count(keys.length, 'key')}`,
    target: { kind: 'service account', id: account.id, name: account.name },
    project,
    changes: [
      { label: 'Service account', before: `${account.name}, role ${sayRole(account.role)}`, after: null },
      ...keys.map((key) => ({ label: 'Its key', before: `${key.name} (${key.redacted})`, after: null })),
    ],
    holds: count(keys.length, 'key'),
    facts: keyFacts(keys, ask.now),
    warnings: keys.length === 0 ? [withoutKey] : warnInUse(keys, ask.now),
    guards: {
      project: projectGuard(have.project),
      account: serviceAccountGuard(account),
      keys: keys.map((key) => key.id).toSorted(),
    },
    before: { account, keys },
    steps: [
      deleteStep({
        id: 'delete',
        title: `Delete the service account ${account.name} with its ${count(keys.length, 'key')}`,
        call: callTemplate(`DELETE ${ACCOUNT}`, { params: accountParams(project, account) }),
        read: accountAgain(project, account),
      }),
    ],
    inverse: inverseOf(project, account, keys.length),
  });
}

export const deleteAccount = declareChange({
  id,
  tier: 'destructive',
  title: 'Delete a service account',
  summary: 'Ends an account and every key of it at once.',
  example: '/openai accounts delete search-dev --account indexer-staging --reason "the indexer moved"',
  fields,
  callBudget: 3,
  known,
  need: ({ input }, have) =>
    needInside(have, {
      family: 'accounts',
      ref: input.project,
      rest: () =>
        have.account === undefined ? [needAccount(input.project, input.account), needKeys(input.project)] : [],
    }),
  plan,
});
