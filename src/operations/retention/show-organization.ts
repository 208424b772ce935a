import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { knownOrganization, needOrganization, sayOrganization } from './retention-state.ts';

export const showOrganizationRetention = declareRead({
  id: operationId('retention.show-organization'),
  title: 'Show the organization’s data retention',
  summary: 'What OpenAI keeps of the requests and answers of projects that have no control of their own.',
  example: '/openai retention show-organization',
  fields: {},
  callBudget: 1,
  known: knownOrganization,
  need: (_ask, have) => needOrganization(have),
  view: (_ask, { organization }) => ({
    title: 'Data retention of the organization',
    parts: [
      { part: 'facts', facts: [{ label: 'Set to', value: sayOrganization(organization) }] },
      { part: 'note', text: 'A project can have a control of its own, or none.' },
      {
        part: 'actions',
        actions: [{ label: 'Change', operation: operationId('retention.set-organization'), input: {}, style: 'plain' }],
      },
    ],
  }),
});
