import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { sayAllowedTiers, serviceTiersSchema } from '../objects/service-tiers.ts';
import { declareRead } from '../operation.ts';
import { needTiers } from './tiers-part.ts';

export const showServiceTiers = declareRead({
  id: operationId('service-tiers.show'),
  title: 'Show a project’s service tiers',
  summary: 'Which service tiers the requests of a project may ask for, and which they get by default.',
  example: '/openai service-tiers show search-dev',
  fields: { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } },
  callBudget: 1,
  known: z.object({ tiers: serviceTiersSchema }),
  need: (ask, have) => (have.tiers === undefined ? [needTiers(ask.input.project)] : []),
  view: (ask, { tiers }) => ({
    title: `Service tiers of ${ask.input.project.name}`,
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Requests that name no tier get', value: tiers.default },
          { label: 'Allowed', value: sayAllowedTiers(tiers.allowed) },
        ],
      },
      { part: 'note', text: 'What the organization allows and is eligible for limits this further.' },
      {
        part: 'actions',
        actions: [
          {
            label: 'Change',
            operation: operationId('service-tiers.set'),
            input: { project: { ...ask.input.project } },
            style: 'plain',
          },
        ],
      },
    ],
  }),
});
