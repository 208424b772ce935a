import { operationId } from '#domain/ids.ts';
import { count, type Instant } from '#domain/instant.ts';
import { type Group, groupGuard } from '../objects/group.ts';
import { hasAddress, type Person } from '../objects/person.ts';
import type { Project } from '../objects/project.ts';
import { type Role, rolesGuard } from '../objects/role.ts';
import type { Requester } from '../operation.ts';
import type { Inverse, Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { loses } from '../roles/permissions.ts';
import { callTemplate, deleteStep } from '../step.ts';

interface Removing {
  readonly project: Project;
  readonly group: Group;
  readonly members: readonly Person[];
  /** What the group is in the project. */
  readonly roles: readonly Role[];
}

interface When {
  readonly requester: Requester;
  readonly now: Instant;
}

/** A group comes into a project with one role, so without any known there is no way back from here. */
function inverseOf({ project, group, roles }: Removing): Inverse {
  const [first, ...others] = roles;
  if (first === undefined) {
    const sentence = 'the group can be added again, but OpenAI does not say which role it had.';
    return { verdict: 'none', sentence, operation: operationId('project-groups.add'), input: null };
  }
  return {
    verdict: 'exact',
    sentence: 'add the group to the project again, with the same roles.',
    operation: operationId('project-groups.add'),
    input: {
      project: { id: project.id, name: project.name },
      group: { id: group.id, name: group.name },
      role: { id: first.id, name: first.name },
      also: others.length === 0 ? null : others.map((role) => role.id),
    },
  };
}

function removeStep({ project, group }: Removing): Step {
  const params = { project_id: project.id, group_id: group.id };
  return deleteStep({
    id: 'remove',
    title: `Take the group ${group.name} out of ${project.name}`,
    call: callTemplate('DELETE /organization/projects/{project_id}/groups/{group_id}', { params }),
    read: callTemplate('GET /organization/projects/{project_id}/groups/{group_id}', {
      params,
      query: { group_type: group.type },
    }),
  });
}

function warningsFor({ members }: Removing, requester: Requester): readonly string[] {
  const people = count(members.length, 'person loses', 'people lose');
  const isOwn = members.some((person) => hasAddress(person, requester.openaiEmail));
  return [
    ...(members.length === 0 ? [] : [`${people} the project at once, unless they are in it in another way.`]),
    ...(isOwn ? ['The requester gives up access of their own.'] : []),
  ];
}

/** Takes a group out of a project, with all the roles it has there. */
export function planRemove(removing: Removing, { requester, now }: When): Plan {
  const { project, group, members, roles } = removing;
  const where = { id: project.id, name: project.name };
  const names = roles.map((role) => role.name).join(', ') || 'no role';
  const permissions = [...new Set(roles.flatMap((role) => role.permissions))];
  return planOf({
    operation: operationId('project-groups.remove'),
    tier: 'destructive',
    title: `Take a group out of ${project.name}`,
    gist: group.name,
    target: { kind: 'group', id: group.id, name: group.name },
    project: where,
    changes: [
      { label: `Group in ${project.name}`, before: `${group.name} as ${names}`, after: null },
      ...loses('Its members lose', permissions),
    ],
    holds: `${group.name} has ${count(members.length, 'member')} · ${names} in ${project.name}`,
    facts: [{ label: 'People in the group', value: String(members.length), at: now }],
    warnings: warningsFor(removing, requester),
    guards: { project: where, group: groupGuard(group), isIn: true, roles: rolesGuard(roles) },
    before: { isIn: true, roles: rolesGuard(roles) },
    steps: [removeStep(removing)],
    inverse: inverseOf(removing),
  });
}
