import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { identityProviderSchema } from '../objects/identity-provider.ts';
import { declareRead } from '../operation.ts';
import { providerInput } from './describe-provider.ts';
import { sayState } from './provider-parts.ts';
import { readProviders } from './reads.ts';

export const listIdentityProviders = declareRead({
  id: operationId('workload-identity.list'),
  title: 'List identity providers',
  summary: 'Who can vouch for programs that sign in to OpenAI without a key.',
  example: '/openai workload-identity list',
  fields: {},
  callBudget: 1,
  known: z.object({ providers: z.array(identityProviderSchema) }),
  need: (_ask, have) => (have.providers === undefined ? [readProviders] : []),
  view: (_ask, { providers }) => ({
    title: 'Identity providers',
    parts: [
      {
        part: 'rows',
        columns: ['Name', 'Issuer', 'State', 'Id'],
        rows: providers.map((provider) => ({
          cells: [provider.name, provider.issuer, sayState(provider.isEnabled), provider.id],
          actions: [
            {
              label: 'Show',
              operation: operationId('workload-identity.show'),
              input: providerInput(provider),
              style: 'plain',
            },
          ],
        })),
        empty: 'None: every program needs a key.',
      },
      {
        part: 'actions',
        actions: [
          { label: 'New provider', operation: operationId('workload-identity.create'), input: {}, style: 'plain' },
        ],
      },
    ],
  }),
});
