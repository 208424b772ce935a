import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { newKeyFields } from '../keys/new-key-fields.ts';
import { newKeyTerms } from '../keys/new-key-terms.ts';
import { type ApiKey, apiKeySchema } from '../objects/api-key.ts';
import { projectSchema } from '../objects/project.ts';
import { type ServiceAccount, serviceAccountGuard, serviceAccountSchema } from '../objects/service-account.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { keyFacts, needKeys } from '../projects/hanging.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { resultOf, slotJson } from '../template.ts';
import { accountField, projectField } from './account-fields.ts';
import { accountInput, needAccount, refuseGone, warnOwner } from './account-state.ts';
import { addKey, removeKeyAgain } from './add-key-steps.ts';

const id = operationId('accounts.add-key');

const fields = { project: projectField, account: accountField, ...newKeyFields } as const;

const known = z.object({
  project: projectSchema,
  account: serviceAccountSchema.nullable(),
  /** Of the whole project. */
  keys: z.array(apiKeySchema),
});
type AddAsk = Ask<InputOf<typeof fields>>;
type Known = z.infer<typeof known>;

function refuseKey(ask: AddAsk, have: Known, own: readonly ApiKey[]): Refusal | null {
  const { account } = have;
  if (account?.role === 'none') {
    return refuse('accounts.add-key.no-role', {
      what: `A key of ${account.name} could do nothing.`,
      rule: 'The account has the role “none”. It can be made a member, which cannot be taken back.',
      next: {
        kind: 'start',
        label: 'Make it a member',
        operation: operationId('accounts.update'),
        input: { ...accountInput(refOf(have.project), account), role: 'member' },
      },
    });
  }
  const taken = own.find((key) => key.name === ask.input.name);
  if (taken === undefined) return null;
  return refuse('accounts.add-key.name-taken', {
    what: `This account has a key ${taken.name} already (${taken.redacted}).`,
    rule: 'Keys of an account are told apart by their names here.',
    whoCan: 'You: choose another name.',
  });
}

function sayHeld({ name }: ServiceAccount, own: readonly ApiKey[]): string {
  if (own.length === 0) return `${name} has no key yet`;
  return `${name} has ${count(own.length, 'key')}, which ${own.length === 1 ? 'stays' : 'stay'}`;
}

function planKey(ask: AddAsk, have: Known & { readonly account: ServiceAccount }, own: readonly ApiKey[]): Plan {
  const { account } = have;
  const { name } = ask.input;
  const project = refOf(have.project);
  const { endsAt, scopes, changes, warnings, bounds } = newKeyTerms(ask.input, ask.now);
  return planOf({
    operation: id,
    tier: 'routine',
    title: `Add a key to a service account in ${project.name}`,
    gist: `${name} for ${account.name}, ${formatDuration(ask.input.for)}`,
    target: { kind: 'service account', id: account.id, name: account.name },
    project,
    beneficiaryEmail: ask.requester.openaiEmail,
    changes: [{ label: 'New key', before: null, after: `${name} of ${account.name} in ${project.name}` }, ...changes],
    holds: sayHeld(account, own),
    facts: keyFacts(own, ask.now),
    warnings: [...warnings, ...(account.role === 'owner' ? [warnOwner(project)] : [])],
    guards: { project: projectGuard(have.project), account: serviceAccountGuard(account) },
    before: {},
    steps: [addKey(project, account, { name, scopes, endsAt })],
    delivery: 'collect',
    compensations: [removeKeyAgain(project, name)],
    handover: { name, where: project.name },
    attempts: 3,
    inverse: {
      verdict: 'exact',
      sentence: 'revoke the key; it stops at once, and the account with its other keys stays.',
      operation: operationId('keys.revoke'),
      input: { key: { id: slotJson(resultOf('key', 'id')), name, redacted: '', project }, withAccount: null },
    },
    bounds,
  });
}

function plan(ask: AddAsk, have: Known): Plan | Refusal {
  const { account } = have;
  if (account === null) return refuseGone(id, ask.input.account);
  const own = have.keys.filter((key) => key.ownerKind === 'account' && key.ownerId === account.id);
  return refuseKey(ask, have, own) ?? planKey(ask, { ...have, account }, own);
}

export const addAccountKey = declareChange({
  id,
  tier: 'routine',
  title: 'Add a key to a service account',
  summary: 'Makes a further key of an account that exists, for rotating keys without a break; you see it once.',
  example:
    '/openai accounts add-key search-dev --account indexer-staging --name indexer-2027 --for 90d --access requests --reason "rotation"',
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
