import type { Step } from '../plan.ts';
import { callTemplate, createStep } from '../step.ts';

/** Makes a group kept at OpenAI. One of the same name from the identity provider is not it. */
export function createGroupStep(name: string): Step {
  return createStep({
    id: 'create',
    title: `Create the group ${name}`,
    call: callTemplate('POST /organization/groups', { body: { name } }),
    listedIn: callTemplate('GET /organization/groups'),
    where: { name, is_scim_managed: false },
  });
}
