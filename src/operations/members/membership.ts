import { operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Call, call } from '../call.ts';
import type { ProjectRef, UserRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepMembers, type Member } from '../objects/member.ts';
import type { ProjectRole } from '../objects/named-roles.ts';
import { sayPerson, userInput } from '../objects/person.ts';
import { keepHeldRoles } from '../objects/role.ts';
import type { Step } from '../plan.ts';
import { callTemplate, createStep, deleteStep, setStep } from '../step.ts';

const MEMBERS = '/organization/projects/{project_id}/users';

type Person = Pick<Member, 'id' | 'name' | 'email'>;

/** One membership's share of a plan that may hold several. */
interface Sharing {
  /** Unique within the plan. */
  readonly id: string;
  readonly project: ProjectRef;
  readonly person: Person;
}

export function needMembers(project: ProjectRef, name = 'members'): Need {
  return read(name, {
    call: call(`GET ${MEMBERS}`, { params: { project_id: project.id } }),
    keep: keepMembers,
    pages: 'all',
  });
}

export function oneMemberCall(project: ProjectRef, person: { readonly id: string }): Call {
  return call(`GET ${MEMBERS}/{user_id}`, { params: { project_id: project.id, user_id: person.id } });
}

/** Every role somebody has there, also through groups. Null for who has no access at all. */
export function needProjectRoles(project: ProjectRef, person: { readonly id: string }): Need {
  return read('roles', {
    call: call('GET /projects/{project_id}/users/{user_id}/roles', {
      params: { project_id: project.id, user_id: person.id },
    }),
    keep: keepHeldRoles,
    pages: 'all',
    absent: 'null',
  });
}

export function addStep({ id, project, person, role }: Sharing & { readonly role: ProjectRole }): Step {
  const params = { project_id: project.id };
  return createStep({
    id,
    title: `Add ${sayPerson(person)} to ${project.name} as ${role}`,
    call: callTemplate(`POST ${MEMBERS}`, { params, body: { user_id: person.id, role } }),
    listedIn: callTemplate(`GET ${MEMBERS}`, { params }),
    where: { id: person.id, role },
  });
}

export function roleStep({ id, project, person, role }: Sharing & { readonly role: ProjectRole }): Step {
  const params = { project_id: project.id, user_id: person.id };
  return setStep({
    id,
    title: `Make ${sayPerson(person)} ${role} of ${project.name}`,
    call: callTemplate(`POST ${MEMBERS}/{user_id}`, { params, body: { role } }),
    read: callTemplate(`GET ${MEMBERS}/{user_id}`, { params }),
    where: { role },
  });
}

export function leaveStep({ id, project, person }: Sharing): Step {
  const params = { project_id: project.id, user_id: person.id };
  return deleteStep({
    id,
    title: `Take ${sayPerson(person)} out of ${project.name}`,
    call: callTemplate(`DELETE ${MEMBERS}/{user_id}`, { params }),
    read: callTemplate(`GET ${MEMBERS}/{user_id}`, { params }),
  });
}

/** A membership as other operations take it. */
export function membershipInput(project: ProjectRef, person: Person): JsonObject {
  return { project: { id: project.id, name: project.name }, user: userInput(person) };
}

export function refuseAbsent(project: ProjectRef, person: UserRef): Refusal {
  return refuse('members.absent', {
    what: `${sayPerson(person)} is not a member of ${project.name}.`,
    rule: 'Only somebody who was added to the project itself is its member; who comes in through a group is changed there.',
    whoCan: 'You: add them first.',
    next: {
      kind: 'start',
      label: 'Add them',
      operation: operationId('members.add'),
      input: membershipInput(project, person),
    },
  });
}

/** Whether nobody but this person owns the project. Organization owners reach it all the same. */
export function isOnlyOwner(members: readonly Member[], person: { readonly id: string }): boolean {
  const owners = members.filter((member) => member.role === 'owner');
  return owners.length === 1 && owners[0]?.id === person.id;
}
