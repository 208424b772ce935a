import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { keyActions, keyInput, whenEnds, whenUsed } from '../keys/describe-key.ts';
import { agedList, type KnownKey, knownKeySchema } from '../memory.ts';
import { recall } from '../need.ts';
import { serviceAccountSchema } from '../objects/service-account.ts';
import { declareRead } from '../operation.ts';
import type { ViewAction, ViewPart } from '../view.ts';
import { whenRead } from '../when-read.ts';
import { accountField, projectField } from './account-fields.ts';
import { accountInput, needAccount, refuseGone, sayRole } from './account-state.ts';

function keyRows(keys: readonly KnownKey[], project: { id: string; name: string }, now: number): ViewPart {
  return {
    part: 'rows',
    columns: ['Key', 'Value', 'Last used', 'Ends'],
    rows: keys.map((key) => ({
      cells: [key.name, key.redacted, whenUsed(key.lastUsedAt, now), whenEnds(key.expiresAt)],
      actions: keyActions(keyInput(key, project)),
    })),
    empty: 'It has no key.',
  };
}

const actionsFor = (input: ViewAction['input']): readonly ViewAction[] => [
  { label: 'Add a key', operation: operationId('accounts.add-key'), input, style: 'plain' },
  { label: 'Change', operation: operationId('accounts.update'), input, style: 'plain' },
  { label: 'Delete', operation: operationId('accounts.delete'), input, style: 'danger' },
];

export const showAccount = declareRead({
  id: operationId('accounts.show'),
  title: 'Show a service account',
  summary: 'Role, age and keys of one service account.',
  example: '/openai accounts show search-dev --account indexer-staging',
  fields: { project: projectField, account: accountField },
  callBudget: 2,
  known: z.object({ account: serviceAccountSchema.nullable(), keys: agedList(knownKeySchema) }),
  need: ({ input }, have) =>
    have.account === undefined
      ? [needAccount(input.project, input.account), recall('keys', { of: 'keys', projectId: input.project.id })]
      : [],
  view: ({ input, now }, { account, keys }) => {
    if (account === null) return refuseGone('accounts.show', input.account);
    return {
      title: `Service account ${account.name}`,
      parts: [
        {
          part: 'facts',
          facts: [
            { label: 'Id', value: account.id },
            { label: 'Project', value: input.project.name },
            { label: 'Role', value: sayRole(account.role) },
            { label: 'Created', value: utcMinute(account.createdAt) },
          ],
        },
        keyRows(
          keys.items.filter((key) => key.accountId === account.id),
          input.project,
          now,
        ),
        whenRead(keys.asOf, now),
        { part: 'actions', actions: actionsFor(accountInput(input.project, account)) },
      ],
    };
  },
});
