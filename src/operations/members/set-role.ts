import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf, ProjectRef } from '../field.ts';
import { type Member, membersSchema } from '../objects/member.ts';
import { isProjectRole } from '../objects/named-roles.ts';
import { sayPerson } from '../objects/person.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { personField, projectField, projectRoleField } from './fields.ts';
import { isOnlyOwner, membershipInput, needMembers, refuseAbsent, roleStep } from './membership.ts';

const id = operationId('members.set-role');

const fields = { project: projectField, user: personField, role: projectRoleField } as const;

const known = z.object({ project: projectSchema, members: membersSchema });
type RoleAsk = Ask<InputOf<typeof fields>>;

function inverseOf(project: ProjectRef, member: Member): Inverse {
  if (!isProjectRole(member.role)) {
    const sentence = `the role ${member.role} is not one that can be set by name; it has to be assigned again.`;
    return { verdict: 'none', sentence, operation: null, input: null };
  }
  return {
    verdict: 'exact',
    sentence: `make them ${member.role} again.`,
    operation: id,
    input: { ...membershipInput(project, member), role: member.role },
  };
}

function plan(ask: RoleAsk, have: z.infer<typeof known>): Plan | Refusal {
  const project = refOf(have.project);
  const member = have.members.find((each) => each.id === ask.input.user.id);
  if (member === undefined) return refuseAbsent(project, ask.input.user);
  const role = ask.input.role === 'owner' ? 'owner' : 'member';
  const who = sayPerson(member);
  if (member.role === role) {
    return refuse('members.same', {
      what: `${who} is ${role} of ${project.name} already.`,
      rule: 'A request has to change something.',
    });
  }
  const warning =
    role === 'owner'
      ? ['An owner may add people and make keys there without Countersign.']
      : isOnlyOwner(have.members, member)
        ? [`${project.name} has no owner of its own then.`]
        : [];
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Make ${member.name} ${role} of ${project.name}`,
    gist: `${member.email ?? member.name}: ${member.role} → ${role}`,
    target: { kind: 'member', id: member.id, name: member.email ?? member.name },
    project,
    beneficiaryEmail: member.email,
    changes: [{ label: `${who} in ${project.name}`, before: member.role, after: role }],
    holds: `${who} · ${member.role} of ${project.name}`,
    warnings: warning,
    guards: { project: projectGuard(have.project), user: { id: member.id, role: member.role } },
    before: { member: { ...member } },
    steps: [roleStep({ id: 'role', project, person: member, role })],
    inverse: inverseOf(project, member),
    bounds: { role },
  });
}

export const setMemberRole = declareChange({
  id,
  tier: 'destructive',
  title: 'Change a member’s role in a project',
  summary: 'Makes somebody owner or member of one project.',
  example: '/openai members set-role search-dev --user erin@acme.example --role owner --reason "leads the team now"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'members',
      ref: ask.input.project,
      rest: () => (have.members === undefined ? [needMembers(ask.input.project)] : []),
    }),
  plan,
});
