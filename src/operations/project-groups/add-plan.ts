import { operationId } from '#domain/ids.ts';
import { count, type Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { isSameRole } from '../assignments/held.ts';
import { giveRole } from '../assignments/role-steps.ts';
import { makesOwners } from '../groups/membership.ts';
import { isDefaultProject } from '../objects/default-project.ts';
import { type Group, groupGuard } from '../objects/group.ts';
import { hasAddress, type Person } from '../objects/person.ts';
import type { Project } from '../objects/project.ts';
import { type Role, rolesGuard } from '../objects/role.ts';
import type { Requester } from '../operation.ts';
import type { Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { gains } from '../roles/permissions.ts';
import { joinStep } from './join-step.ts';

interface Adding {
  readonly project: Project;
  readonly group: Group;
  readonly members: readonly Person[];
  /** The one it comes with first. */
  readonly roles: readonly Role[];
}

/** The roles that these ids mean, in the order of the ids, and the ids that mean none. */
export function rolesAsked(ids: readonly string[], roles: readonly Role[]) {
  const found: Role[] = [];
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const role = roles.find((each) => isSameRole(each.id, id));
    if (role === undefined) missing.push(id);
    else if (!found.includes(role)) found.push(role);
  }
  return { found, missing };
}

export function refuseAdd(
  { project, group }: Adding,
  { isIn, missing }: { readonly isIn: boolean; readonly missing: readonly string[] },
): Refusal | null {
  if (isIn) {
    const what = `The group ${group.name} is in ${project.name} already.`;
    return refuse('project-groups.same', { what, rule: 'A request has to change something.' });
  }
  if (isDefaultProject(project)) {
    return refuse('project-groups.default-project', {
      what: `No group can be added to ${project.name}.`,
      rule: 'Nobody is added to the default project directly.',
      whoCan: 'Nobody. Choose another project.',
    });
  }
  if (missing.length === 0) return null;
  return refuse('project-groups.role-gone', {
    what: `${project.name} has no role ${missing.join(', ')} any more.`,
    rule: 'A group comes into a project with roles that exist there.',
  });
}

function stepsOf({ project, group, roles: [first, ...others] }: Adding): readonly Step[] {
  if (first === undefined) return [];
  const params = { project_id: project.id, group_id: group.id };
  return [
    joinStep({ id: 'add', project, group, role: first }),
    ...others.map((role, at) =>
      giveRole(
        { base: '/projects/{project_id}/groups/{group_id}', params },
        { id: `role-${at}`, title: `Give ${group.name} the role ${role.name} in ${project.name}`, roleId: role.id },
      ),
    ),
  ];
}

function warningsFor({ project, group, members, roles }: Adding, requester: Requester): readonly string[] {
  const people = count(members.length, 'person', 'people');
  const isOwn = members.some((person) => hasAddress(person, requester.openaiEmail));
  const kept = group.isManaged ? ', which the identity provider decides' : '';
  return [
    `Everybody in the group gets in: ${people} now, and whoever joins later${kept}.`,
    ...(makesOwners(roles) ? [`This makes them as good as owners of ${project.name}.`] : []),
    ...(isOwn ? ['The requester asks for access for themselves.'] : []),
  ];
}

interface When {
  readonly requester: Requester;
  readonly now: Instant;
}

/** Puts a group into a project. */
export function planAdd(adding: Adding, { requester, now }: When): Plan {
  const { project, group, members, roles } = adding;
  const where = { id: project.id, name: project.name };
  const names = roles.map((role) => role.name).join(', ');
  const permissions = [...new Set(roles.flatMap((role) => role.permissions))];
  return planOf({
    operation: operationId('project-groups.add'),
    tier: makesOwners(roles) ? 'critical' : 'destructive',
    title: `Add a group to ${project.name}`,
    gist: `${group.name} as ${names}`,
    target: { kind: 'group', id: group.id, name: group.name },
    project: where,
    changes: [
      { label: `Group in ${project.name}`, before: null, after: `${group.name} as ${names}` },
      ...gains('Its members may', permissions),
    ],
    holds: `${group.name} has ${count(members.length, 'member')}`,
    facts: [{ label: 'People in the group', value: String(members.length), at: now }],
    warnings: warningsFor(adding, requester),
    guards: { project: where, group: groupGuard(group), isIn: false, roles: rolesGuard(roles) },
    before: { isIn: false },
    steps: stepsOf(adding),
    inverse: {
      verdict: 'exact',
      sentence: 'take the group out of the project again; what its members did there meanwhile stays.',
      operation: operationId('project-groups.remove'),
      input: { project: where, group: { id: group.id, name: group.name } },
    },
    bounds: { permissions },
  });
}
