import { operationId } from '#domain/ids.ts';
import { count, type Instant } from '#domain/instant.ts';
import { type Group, groupGuard } from '../objects/group.ts';
import { sayPerson } from '../objects/person.ts';
import { type Role, rolesGuard } from '../objects/role.ts';
import type { Change, Inverse, Plan, PlanFact, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, deleteStep } from '../step.ts';
import { linesOf } from '../roles/lines.ts';
import { makesOwners } from './membership.ts';
import { restoreInput } from './restore-input.ts';
import type { GroupContents } from './standing.ts';

interface When {
  /** How many projects there are. */
  readonly projects: number;
  readonly now: Instant;
}

const namesOf = (roles: readonly Role[]): string => roles.map((role) => role.name).join(', ');

function changesOf({ group, members, roles, standings }: GroupContents): readonly Change[] {
  return [
    { label: 'Group', before: group.name, after: null },
    ...(members.length === 0
      ? []
      : [{ label: 'Members', before: count(members.length, 'person', 'people'), after: null }]),
    ...(roles.length === 0 ? [] : [{ label: 'Roles in the organization', before: namesOf(roles), after: null }]),
    ...(standings ?? []).map(({ project, roles: held }) => ({
      label: `Roles in ${project.name}`,
      before: namesOf(held),
      after: null,
    })),
  ];
}

function warningsFor({ group, members, roles, standings }: GroupContents, { projects }: When): readonly string[] {
  const losing = count(members.length, 'person loses', 'people lose');
  return [
    ...(members.length === 0 ? [] : [`${losing} at once what only ${group.name} lets them do.`]),
    ...(makesOwners(roles)
      ? [
          'Who is as good as an owner through this group alone is so no longer. An admin key of theirs, which may be the one this bot uses, could stop working.',
        ]
      : []),
    ...(standings === null
      ? [
          `In which of the ${count(projects, 'project')} it has roles was not asked: OpenAI tells that project by project.`,
        ]
      : []),
  ];
}

function inverseOf(lost: GroupContents): Inverse {
  const { input, left } = restoreInput(lost);
  const missing = [
    ...(left === 0 ? [] : [`${count(left, 'member')} beyond the fifty steps of one request`]),
    ...(lost.standings === null ? ['what it had in projects'] : []),
  ];
  const rest = missing.length === 0 ? '' : ` Not with it come ${missing.join(' and ')}.`;
  return {
    verdict: missing.length === 0 ? 'recreate' : 'partial',
    sentence: `a group of the same name can be made with the same members, roles and projects, under a new id.${rest}`,
    operation: operationId('groups.restore'),
    input,
  };
}

// A card's facts are read by a person; the whole list is in the record.
const MOST_NAMED = 40;

function memberFacts({ members }: GroupContents, at: Instant): readonly PlanFact[] {
  const names = members.slice(0, MOST_NAMED).map(sayPerson);
  const rest = members.length - names.length;
  const said = rest > 0 ? [...names, `and ${rest} more`] : names;
  return linesOf(said).map((value) => ({ label: 'Members', value, at }));
}

function deleteIt(group: Group): Step {
  const params = { group_id: group.id };
  return deleteStep({
    id: 'delete',
    title: `Delete the group ${group.name}`,
    call: callTemplate('DELETE /organization/groups/{group_id}', { params }),
    read: callTemplate('GET /organization/groups/{group_id}', { params }),
  });
}

/** Deletes a group with all that hangs on it. */
export function planGroupDelete(lost: GroupContents, when: When): Plan {
  const { group, members, roles, standings } = lost;
  const projects =
    standings?.map(({ project, roles: held }) => ({ project: { ...project }, roles: rolesGuard(held) })) ?? null;
  return planOf({
    operation: operationId('groups.delete'),
    tier: makesOwners(roles) ? 'critical' : 'destructive',
    title: 'Delete a group',
    gist: `${group.name}, ${count(members.length, 'member')}`,
    target: { kind: 'group', id: group.id, name: group.name },
    changes: changesOf(lost),
    holds: `${count(members.length, 'person', 'people')}, ${count(roles.length, 'role')} in the organization`,
    facts: memberFacts(lost, when.now),
    warnings: warningsFor(lost, when),
    guards: {
      group: groupGuard(group),
      members: members.map((person) => person.id).toSorted(),
      roles: rolesGuard(roles),
      projects: projects?.map((each) => ({ project: each.project.name, roles: each.roles })) ?? null,
    },
    before: {
      group: { ...group },
      members: members.map((person) => ({ ...person })),
      roles: rolesGuard(roles),
      projects,
    },
    steps: [deleteIt(group)],
    inverse: inverseOf(lost),
  });
}
