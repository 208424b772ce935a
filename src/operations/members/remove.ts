import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, roughly, utcMinute } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { InputOf, ProjectRef } from '../field.ts';
import { agedList, type KnownKey, knownKeySchema } from '../memory.ts';
import { recall } from '../need.ts';
import { isDefaultProject } from '../objects/default-project.ts';
import { type Member, membersSchema } from '../objects/member.ts';
import { hasAddress, sayPerson } from '../objects/person.ts';
import { projectSchema } from '../objects/project.ts';
import { type HeldRole, heldRoleSchema } from '../objects/role.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { personField, projectField } from './fields.ts';
import { isOnlyOwner, leaveStep, membershipInput, needMembers, needProjectRoles, refuseAbsent } from './membership.ts';

const id = operationId('members.remove');

const fields = { project: projectField, user: personField } as const;

const known = z.object({
  project: projectSchema,
  members: membersSchema,
  roles: z.array(heldRoleSchema).nullable(),
  keys: agedList(knownKeySchema),
});
type RemoveAsk = Ask<InputOf<typeof fields>>;

/** Roles that were assigned to this person here, beyond the built-in one that the membership is. */
function furtherRoles(roles: readonly HeldRole[] | null, member: Member): readonly HeldRole[] {
  return (roles ?? []).filter((role) => !role.isBuiltIn && role.sources.some((source) => source.id === member.id));
}

interface Leaving {
  readonly project: ProjectRef;
  readonly member: Member;
  readonly further: readonly HeldRole[];
}

function inverseOf({ project, member, further }: Leaving): Inverse {
  if (isDefaultProject(project)) {
    return noWayBack('nobody can be added to the default project, so this cannot be undone.');
  }
  const role = member.role === 'owner' ? 'owner' : 'member';
  const lost = [...(member.role === role ? [] : [member.role]), ...further.map((each) => each.name)];
  return {
    verdict: lost.length === 0 ? 'exact' : 'partial',
    sentence:
      lost.length === 0
        ? `add them again as ${role}.`
        : `add them again as ${role}; these roles have to be assigned again: ${lost.join(', ')}.`,
    operation: operationId('members.add'),
    input: { ...membershipInput(project, member), role },
  };
}

function warningsFor(
  { project, member }: Leaving,
  about: { members: readonly Member[]; keys: readonly KnownKey[]; roles: readonly HeldRole[] | null },
): readonly string[] {
  const warnings: string[] = [];
  if (about.keys.length > 0) {
    const names = about.keys.map((key) => key.name).join(', ');
    warnings.push(`May stop working: ${count(about.keys.length, 'key')} of theirs there (${names}).`);
  }
  if (isOnlyOwner(about.members, member)) warnings.push(`${project.name} has no owner of its own then.`);
  if (about.roles?.some((role) => role.sources.some((source) => source.kind === 'group')) === true) {
    warnings.push(`They stay in ${project.name} through a group; take them out of that, too.`);
  }
  return warnings;
}

function plan(ask: RemoveAsk, have: z.infer<typeof known>): Plan | Refusal {
  const project = refOf(have.project);
  const member = have.members.find((each) => each.id === ask.input.user.id);
  if (member === undefined) return refuseAbsent(project, ask.input.user);
  const who = sayPerson(member);
  const keys = have.keys.items.filter((key) => hasAddress({ email: key.ownerEmail }, member.email));
  const leaving: Leaving = { project, member, further: furtherRoles(have.roles, member) };
  const since = member.addedAt === null ? '' : ` since ${utcMinute(member.addedAt)}`;
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Remove ${member.name} from ${project.name}`,
    gist: `${member.email ?? member.name}, ${member.role}`,
    target: { kind: 'member', id: member.id, name: member.email ?? member.name },
    project,
    beneficiaryEmail: member.email,
    changes: [
      { label: `${who} in ${project.name}`, before: member.role, after: null },
      ...leaving.further.map((role) => ({ label: 'Role', before: role.name, after: null })),
    ],
    holds: `${who} · ${member.role}${since} · ${count(keys.length, 'key')} of their own there`,
    facts: keys.map((key) => ({
      label: `Key ${key.name}`,
      value: key.lastUsedAt === null ? 'never used' : `last used ${roughly(ask.now - key.lastUsedAt)} ago`,
      at: have.keys.asOf ?? ask.now,
    })),
    warnings: warningsFor(leaving, { members: have.members, keys, roles: have.roles }),
    guards: { project: projectGuard(have.project), user: { id: member.id, role: member.role } },
    before: { member: { ...member }, roles: leaving.further.map((role) => ({ ...role })) },
    steps: [leaveStep({ id: 'leave', project, person: member })],
    inverse: inverseOf(leaving),
  });
}

export const removeMember = declareChange({
  id,
  tier: 'destructive',
  title: 'Remove somebody from a project',
  summary: 'Takes somebody out of one project; they stay in the organization.',
  example: '/openai members remove search-dev --user erin@acme.example --reason "changed teams"',
  fields,
  callBudget: 3,
  known,
  need: (ask, have) => {
    const { project, user } = ask.input;
    return needInside(have, {
      family: 'members',
      ref: project,
      rest: () =>
        have.members === undefined
          ? [
              needMembers(project),
              needProjectRoles(project, user),
              recall('keys', { of: 'keys', projectId: project.id }),
            ]
          : [],
    });
  },
  plan,
});
