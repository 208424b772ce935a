import { operationId } from '#domain/ids.ts';
import { sayRetention } from '../objects/retention.ts';
import { declareRead } from '../operation.ts';
import { projectField } from './retention-fields.ts';
import { effective, knownRetention, needRetention, sayOrganization } from './retention-state.ts';

export const showRetention = declareRead({
  id: operationId('retention.show'),
  title: 'Show a project’s data retention',
  summary: 'What OpenAI keeps of the requests and answers of a project.',
  example: '/openai retention show search-dev',
  fields: { project: projectField },
  callBudget: 2,
  known: knownRetention,
  need: (ask, have) => needRetention(ask.input.project, have),
  view: ({ input }, { own, organization }) => {
    const holds = effective(own, organization);
    return {
      title: `Data retention of ${input.project.name}`,
      parts: [
        {
          part: 'facts',
          facts: [
            { label: 'Set to', value: sayRetention(own) },
            { label: 'The organization has', value: sayOrganization(organization) },
            { label: 'So it has', value: holds === 'none' ? 'no control' : sayRetention(holds) },
          ],
        },
        {
          part: 'actions',
          actions: [
            {
              label: 'Change',
              operation: operationId('retention.set'),
              input: { project: { ...input.project } },
              style: 'plain',
            },
          ],
        },
      ],
    };
  },
});
