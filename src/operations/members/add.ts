import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { read } from '../need.ts';
import { isDefaultProject } from '../objects/default-project.ts';
import { keepMember, memberSchema } from '../objects/member.ts';
import { sayPerson } from '../objects/person.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { personField, projectField, projectRoleField } from './fields.ts';
import { addStep, membershipInput, oneMemberCall } from './membership.ts';

const id = operationId('members.add');

const fields = { project: projectField, user: personField, role: projectRoleField } as const;

const known = z.object({ project: projectSchema, member: memberSchema.nullable() });
type Known = z.infer<typeof known>;
type AddAsk = Ask<InputOf<typeof fields>>;

/** Null if somebody can be added to the project. */
function refusePlace(ask: AddAsk, { project, member }: Known): Refusal | null {
  const who = sayPerson(ask.input.user);
  if (isDefaultProject(project)) {
    return refuse('members.default-project', {
      what: `Nobody can be added to ${project.name} directly.`,
      rule: 'OpenAI keeps the default project as it is.',
      whoCan: 'Nobody. Choose another project.',
    });
  }
  if (member === null) return null;
  if (member.role === ask.input.role) {
    return refuse('members.same', {
      what: `${who} is ${member.role} of ${project.name} already.`,
      rule: 'A request has to change something.',
    });
  }
  return refuse('members.present', {
    what: `${who} is in ${project.name} already, as ${member.role}.`,
    rule: 'Somebody is added once; the role is changed by a request of its own.',
    whoCan: 'You: change the role.',
    next: {
      kind: 'start',
      label: `Make ${ask.input.role}`,
      operation: operationId('members.set-role'),
      input: { ...membershipInput(project, ask.input.user), role: ask.input.role },
    },
  });
}

function plan(ask: AddAsk, have: Known): Plan | Refusal {
  const no = refusePlace(ask, have);
  if (no !== null) return no;
  const { user } = ask.input;
  const role = ask.input.role === 'owner' ? 'owner' : 'member';
  const project = refOf(have.project);
  return planOf({
    operation: id,
    tier: role === 'owner' ? 'destructive' : 'routine',
    title: `Add ${user.name} to ${project.name}`,
    gist: `${user.email || user.name}, ${role}`,
    target: { kind: 'member', id: user.id, name: user.email || user.name },
    project,
    beneficiaryEmail: user.email || null,
    changes: [{ label: `${sayPerson(user)} in ${project.name}`, before: null, after: role }],
    holds: `not in ${project.name}`,
    warnings: role === 'owner' ? ['An owner may add people and make keys there without Countersign.'] : [],
    guards: { project: projectGuard(have.project), user: { id: user.id, role: null } },
    before: { member: null },
    steps: [addStep({ id: 'add', project, person: user, role })],
    inverse: {
      verdict: 'exact',
      sentence: `take them out of ${project.name} again. Keys they made meanwhile are revoked one by one.`,
      operation: operationId('members.remove'),
      input: membershipInput(project, user),
    },
    bounds: { role },
  });
}

export const addMember = declareChange({
  id,
  tier: 'routine',
  title: 'Add somebody to a project',
  summary: 'Adds somebody from the organization to a project, as member or owner.',
  example: '/openai members add search-dev --user erin@acme.example --role member --reason "joins the team"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) => {
    const { project, user } = ask.input;
    return needInside(have, {
      family: 'members',
      ref: project,
      rest: () =>
        have.member === undefined
          ? [read('member', { call: oneMemberCall(project, user), keep: keepMember, absent: 'null' })]
          : [],
    });
  },
  plan,
});
