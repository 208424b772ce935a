import type { Step } from '../plan.ts';
import { callTemplate, setStep } from '../step.ts';
import { type Slot, slotJson } from '../template.ts';

interface Joining {
  readonly id: string;
  readonly project: { readonly id: string; readonly name: string };
  /** Its id is open while the group itself is still to be made. */
  readonly group: { readonly id: string | Slot; readonly name: string; readonly type: string };
  readonly role: { readonly id: string; readonly name: string };
}

/**
 * Puts a group into a project. `role` takes a role's id here, unlike for people, and no answer ever shows it; but a group is in a
 * project only with the role it came with, so that its being there proves both (OpenAI API reference, 2026-11).
 */
export function joinStep({ id, project, group, role }: Joining): Step {
  const groupId = typeof group.id === 'string' ? group.id : slotJson(group.id);
  return setStep({
    id,
    title: `Add the group ${group.name} to ${project.name} as ${role.name}`,
    call: callTemplate('POST /organization/projects/{project_id}/groups', {
      params: { project_id: project.id },
      body: { group_id: groupId, role: role.id },
    }),
    read: callTemplate('GET /organization/projects/{project_id}/groups/{group_id}', {
      params: { project_id: project.id, group_id: group.id },
      query: { group_type: group.type },
    }),
    where: { group_id: groupId },
  });
}
