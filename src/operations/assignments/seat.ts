import { type OperationId, operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Call, call } from '../call.ts';
import type { ProjectRef, ThingRef, UserRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepGroup } from '../objects/group.ts';
import { keepPerson, type Person } from '../objects/person.ts';
import { organizationRoles, projectRoles, type RolePlace } from '../roles/place.ts';
import type { RolePath } from './role-steps.ts';

type Verb = 'list' | 'assign' | 'unassign';

/** Who has roles and where: a person or a group, in the organization or in a project. Everything that differs between the four. */
export interface Seat {
  readonly kind: 'person' | 'group';
  readonly id: string;
  /** As it was called when it was chosen. */
  readonly name: string;
  readonly place: RolePlace;
  readonly path: RolePath;
  /** Reads the holder itself, as a `Person`; a group has no address. Null when it is gone. */
  readonly readHolder: Need;
  readonly list: Call;
  readonly operations: Readonly<Record<Verb, OperationId>>;
  /** The part of other operations' input that says who and where. */
  readonly input: JsonObject;
}

const operationsFor = (who: string): Seat['operations'] => ({
  list: operationId(`assignments.list-${who}`),
  assign: operationId(`assignments.assign-${who}`),
  unassign: operationId(`assignments.unassign-${who}`),
});

const keepGroupAsHolder = (answer: unknown): Person => {
  const { id, name, isManaged } = keepGroup(answer);
  return { id, name, email: null, isManaged };
};

function personSeat(user: UserRef, where: Pick<Seat, 'place' | 'path' | 'operations'>): Seat {
  return {
    ...where,
    kind: 'person',
    id: user.id,
    name: user.name || user.email || user.id,
    readHolder: read('holder', {
      call: call('GET /organization/users/{user_id}', { params: { user_id: user.id } }),
      keep: keepPerson,
      absent: 'null',
    }),
    list: call(`GET ${where.path.base}/roles`, { params: where.path.params }),
    input: { ...where.place.where, user: { id: user.id, email: user.email, name: user.name } },
  };
}

function groupSeat(group: ThingRef, where: Pick<Seat, 'place' | 'path' | 'operations'>): Seat {
  return {
    ...where,
    kind: 'group',
    id: group.id,
    name: group.name || group.id,
    readHolder: read('holder', {
      call: call('GET /organization/groups/{group_id}', { params: { group_id: group.id } }),
      keep: keepGroupAsHolder,
      absent: 'null',
    }),
    list: call(`GET ${where.path.base}/roles`, { params: where.path.params }),
    input: { ...where.place.where, group: { id: group.id, name: group.name } },
  };
}

export function seatOfUser(user: UserRef): Seat {
  return personSeat(user, {
    place: organizationRoles(),
    path: { base: '/organization/users/{user_id}', params: { user_id: user.id } },
    operations: operationsFor('user'),
  });
}

export function seatOfGroup(group: ThingRef): Seat {
  return groupSeat(group, {
    place: organizationRoles(),
    path: { base: '/organization/groups/{group_id}', params: { group_id: group.id } },
    operations: operationsFor('group'),
  });
}

export function seatOfProjectUser(project: ProjectRef, user: UserRef): Seat {
  return personSeat(user, {
    place: projectRoles(project),
    path: { base: '/projects/{project_id}/users/{user_id}', params: { project_id: project.id, user_id: user.id } },
    operations: operationsFor('project-user'),
  });
}

export function seatOfProjectGroup(project: ProjectRef, group: ThingRef): Seat {
  return groupSeat(group, {
    place: projectRoles(project),
    path: { base: '/projects/{project_id}/groups/{group_id}', params: { project_id: project.id, group_id: group.id } },
    operations: operationsFor('project-group'),
  });
}
