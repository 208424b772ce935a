import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { giveRole } from '../assignments/role-steps.ts';
import type { Group } from '../objects/group.ts';
import { hasAddress } from '../objects/person.ts';
import { rolesGuard } from '../objects/role.ts';
import type { Requester } from '../operation.ts';
import type { Change, Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { joinStep } from '../project-groups/join-step.ts';
import { linesOf } from '../roles/lines.ts';
import { resultOf, slotJson } from '../template.ts';
import { createGroupStep } from './create-step.ts';
import { addMemberStep } from './member-steps.ts';
import { makesOwners } from './membership.ts';
import { refuseTaken } from './refusals.ts';
import type { Restorable } from './restorable.ts';
import { MOST_STEPS } from './restore-input.ts';
import type { Standing } from './standing.ts';

const groupId = resultOf('create', 'id');

/** The first role brings the group into the project, the others are given to it there. */
function standingSteps({ project, roles }: Standing, at: number, name: string): readonly Step[] {
  const [first, ...others] = roles;
  if (first === undefined) return [];
  return [
    joinStep({ id: `project-${at}`, project, group: { id: groupId, name, type: 'group' }, role: first }),
    ...others.map((role, place) =>
      giveRole(
        { base: '/projects/{project_id}/groups/{group_id}', params: { project_id: project.id, group_id: groupId } },
        {
          id: `project-${at}-role-${place}`,
          title: `Give ${name} the role ${role.name} in ${project.name}`,
          roleId: role.id,
        },
      ),
    ),
  ];
}

/** Members last: when they come, everything they are to have is there, and nobody is told of half of it. */
function stepsOf({ name, members, roles, standings }: Restorable): readonly Step[] {
  return [
    createGroupStep(name),
    ...roles.map((role, at) =>
      giveRole(
        { base: '/organization/groups/{group_id}', params: { group_id: groupId } },
        { id: `role-${at}`, title: `Give ${name} the role ${role.name} in the organization`, roleId: role.id },
      ),
    ),
    ...standings.flatMap((standing, at) => standingSteps(standing, at, name)),
    ...members.map((person, at) => addMemberStep({ id: `member-${at}`, groupId, groupName: name, person })),
  ];
}

function changesOf({ name, members, roles, standings }: Restorable): readonly Change[] {
  const added = (label: string, words: readonly string[]): readonly Change[] =>
    linesOf(words).map((after) => ({ label, before: null, after }));
  return [
    { label: 'New group', before: null, after: name },
    ...added(
      'Roles in the organization',
      roles.map((role) => role.name),
    ),
    ...standings.flatMap(({ project, roles: held }) =>
      added(
        `Roles in ${project.name}`,
        held.map((role) => role.name),
      ),
    ),
    ...added(
      'Members',
      members.map((person) => person.email || person.name),
    ),
  ];
}

function warningsFor(restorable: Restorable, requester: Requester): readonly string[] {
  const { members, missing } = restorable;
  const isIn = members.some((person) => hasAddress(person, requester.openaiEmail));
  return [
    ...(isOwnersGroup(restorable) ? ['Members become as good as owners.'] : []),
    ...(isIn ? ['The requester is one of the members.'] : []),
    ...linesOf(missing).map((line) => `Left out, because it is gone: ${line}`),
  ];
}

const isOwnersGroup = ({ roles, standings }: Restorable): boolean =>
  makesOwners([...roles, ...standings.flatMap((standing) => standing.roles)]);

function guardsOf({ members, roles, standings }: Restorable): Plan['guards'] {
  return {
    namesake: null,
    members: members.map((person) => person.id).toSorted(),
    roles: rolesGuard(roles),
    projects: standings.map(({ project, roles: held }) => ({ project: project.name, roles: rolesGuard(held) })),
  };
}

/** Makes a group with everything that a deleted one had, as one request. */
export function planRestore(
  { requester }: { readonly requester: Requester },
  restorable: Restorable,
  groups: readonly Group[],
): Plan | Refusal {
  const { name, members } = restorable;
  const taken = refuseTaken(name, groups);
  if (taken !== null) return taken;
  const steps = stepsOf(restorable);
  if (steps.length > MOST_STEPS) {
    return refuse('groups.too-many-steps', {
      what: `${name} would take ${steps.length} calls.`,
      rule: `One request carries out at most ${MOST_STEPS}. Leave members out and add them afterwards.`,
    });
  }
  return planOf({
    operation: operationId('groups.restore'),
    tier: isOwnersGroup(restorable) ? 'critical' : 'destructive',
    title: 'Make a deleted group again',
    gist: `${name}, ${count(members.length, 'member')}`,
    target: { kind: 'group', id: 'organization', name },
    changes: changesOf(restorable),
    holds: 'nobody: the old group is gone, and this one gets a new id',
    warnings: warningsFor(restorable, requester),
    guards: guardsOf(restorable),
    before: {},
    steps,
    inverse: {
      verdict: 'exact',
      sentence: 'delete the group again; its members lose what they have through it.',
      operation: operationId('groups.delete'),
      input: { group: { id: slotJson(groupId), name } },
    },
  });
}
