import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { agedList, knownUserSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { userInput } from '../objects/person.ts';
import { declareRead } from '../operation.ts';
import { whenRead } from '../when-read.ts';

export const listUsers = declareRead({
  id: operationId('users.list'),
  title: 'List people',
  summary: 'Everybody in the OpenAI organization, with role and since when.',
  example: '/openai users list',
  fields: {},
  callBudget: 1,
  known: z.object({ users: agedList(knownUserSchema) }),
  need: (_ask, have) => (have.users === undefined ? [recall('users', { of: 'users' })] : []),
  view: (ask, { users }) => ({
    title: 'People in the organization',
    parts: [
      {
        part: 'rows',
        columns: ['Name', 'E-mail', 'Role', 'Since'],
        rows: users.items.map((user) => ({
          cells: [user.name, user.email, user.role, utcMinute(user.addedAt)],
          actions: [
            { label: 'Show', operation: operationId('users.show'), input: { user: userInput(user) }, style: 'plain' },
          ],
        })),
        empty: 'Nobody is visible.',
      },
      whenRead(users.asOf, ask.now),
      {
        part: 'actions',
        actions: [{ label: 'Onboard somebody', operation: operationId('users.onboard'), input: {}, style: 'plain' }],
      },
    ],
  }),
});
