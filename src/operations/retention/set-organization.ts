import type { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { isRetention, retentionOfWord, retentionWord, sayRetention } from '../objects/retention.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, setStep } from '../step.ts';
import { organizationControl } from './retention-fields.ts';
import { knownOrganization, needOrganization, sayOrganization } from './retention-state.ts';
import { warnRetention } from './warn-retention.ts';

const id = operationId('retention.set-organization');
const PATH = '/organization/data_retention';

const fields = { control: organizationControl } as const;

function inverseOf(before: string | null): Inverse {
  if (before === null || !isRetention(before)) {
    const sentence =
      'it cannot be undone: there is no way back to no control, only to another one. OpenAI itself has to be asked.';
    return { verdict: 'none', sentence, operation: null, input: null };
  }
  return {
    verdict: 'partial',
    sentence: `set it back to ${sayRetention(before)}. What was kept or not kept meanwhile stays so.`,
    operation: id,
    input: { control: retentionWord(before) },
  };
}

function plan(ask: Ask<InputOf<typeof fields>>, have: z.infer<typeof knownOrganization>): Plan | Refusal {
  const { organization: before } = have;
  const wish = retentionOfWord(ask.input.control);
  if (wish === before) {
    return refuse('retention.set-organization.same', {
      what: `The data retention of the organization is ${sayOrganization(before)} already.`,
      rule: 'A request has to change something.',
    });
  }
  return planOf({
    operation: id,
    tier: 'critical',
    title: 'Set the data retention of the organization',
    gist: sayRetention(wish),
    target: { kind: 'organization', id: 'organization', name: 'the whole organization' },
    changes: [{ label: 'Data retention', before: sayOrganization(before), after: sayRetention(wish) }],
    holds: 'every project that has no control of its own',
    warnings: [
      ...warnRetention('every project without a control of its own', before ?? 'none', wish),
      ...(before === null ? ['This is the first control. Nothing brings back the state without one.'] : []),
    ],
    guards: { retention: before },
    before: { retention: before },
    steps: [
      setStep({
        id: 'set',
        title: `Set the data retention of the organization to ${sayRetention(wish)}`,
        call: callTemplate(`POST ${PATH}`, { body: { retention_type: wish } }),
        read: callTemplate(`GET ${PATH}`),
        where: { type: wish },
      }),
    ],
    inverse: inverseOf(before),
  });
}

export const setOrganizationRetention = declareChange({
  id,
  tier: 'critical',
  title: 'Set the organization’s data retention',
  summary: 'What OpenAI keeps of the requests and answers of every project that has no control of its own.',
  example: '/openai retention set-organization --control zero-data-retention --reason "company policy"',
  fields,
  callBudget: 1,
  known: knownOrganization,
  need: (_ask, have) => needOrganization(have),
  plan,
});
