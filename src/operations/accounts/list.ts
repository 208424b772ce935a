import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { whenUsed } from '../keys/describe-key.ts';
import { agedList, type KnownKey, knownKeySchema } from '../memory.ts';
import { recall } from '../need.ts';
import { type ServiceAccount, serviceAccountSchema } from '../objects/service-account.ts';
import { declareRead } from '../operation.ts';
import type { ViewRow } from '../view.ts';
import { whenRead } from '../when-read.ts';
import { projectField } from './account-fields.ts';
import { accountInput, needAccounts } from './account-state.ts';

function accountRow(
  account: ServiceAccount,
  keys: readonly KnownKey[],
  see: { now: number; input: ViewRow['actions'][0]['input'] },
): ViewRow {
  const lastUsed = Math.max(...keys.map((key) => key.lastUsedAt ?? 0), 0);
  return {
    cells: [
      account.name,
      account.role,
      String(keys.length),
      keys.length === 0 ? '' : whenUsed(lastUsed === 0 ? null : lastUsed, see.now),
      utcMinute(account.createdAt),
    ],
    actions: [
      { label: 'Show', operation: operationId('accounts.show'), input: see.input, style: 'plain' },
      { label: 'Delete', operation: operationId('accounts.delete'), input: see.input, style: 'danger' },
    ],
  };
}

export const listAccounts = declareRead({
  id: operationId('accounts.list'),
  title: 'List service accounts',
  summary: 'The service accounts of a project, with their keys and when one was used last.',
  example: '/openai accounts list search-dev',
  fields: { project: projectField },
  callBudget: 2,
  known: z.object({ accounts: z.array(serviceAccountSchema), keys: agedList(knownKeySchema) }),
  need: ({ input }, have) =>
    have.accounts === undefined
      ? [needAccounts(input.project), recall('keys', { of: 'keys', projectId: input.project.id })]
      : [],
  view: ({ input, now }, { accounts, keys }) => ({
    title: `Service accounts in ${input.project.name}`,
    parts: [
      {
        part: 'rows',
        columns: ['Name', 'Role', 'Keys', 'Last used', 'Created'],
        rows: accounts.map((account) =>
          accountRow(
            account,
            keys.items.filter((key) => key.accountId === account.id),
            { now, input: accountInput(input.project, account) },
          ),
        ),
        empty: `${input.project.name} has no service account.`,
      },
      whenRead(keys.asOf, now),
      {
        part: 'actions',
        actions: [
          {
            label: 'Create one',
            operation: operationId('accounts.create'),
            input: { project: { ...input.project } },
            style: 'plain',
          },
        ],
      },
    ],
  }),
});
