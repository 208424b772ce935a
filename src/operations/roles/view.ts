import { count } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Refusal } from '#domain/refusal.ts';
import type { ThingRef } from '../field.ts';
import type { Role } from '../objects/role.ts';
import type { View, ViewAction } from '../view.ts';
import type { RolePlace } from './place.ts';
import { roleGone } from './refusals.ts';

const kindOf = (role: Role): string => (role.isBuiltIn ? 'built in' : 'your own');

const inputOf = (place: RolePlace, role: Role): JsonObject => ({
  ...place.where,
  role: { id: role.id, name: role.name },
});

/** What can be done to a role: nothing to one that OpenAI made. */
function changingActions(place: RolePlace, role: Role): readonly ViewAction[] {
  if (role.isBuiltIn) return [];
  const input = inputOf(place, role);
  return [
    { label: 'Change', operation: place.operations.update, input, style: 'plain' },
    { label: 'Delete', operation: place.operations.delete, input, style: 'danger' },
  ];
}

export function viewRoles(place: RolePlace, roles: readonly Role[]): View {
  return {
    title: `Roles of ${place.name}`,
    parts: [
      {
        part: 'rows',
        columns: ['Name', 'Kind', 'May', 'Id'],
        rows: roles.map((role) => ({
          cells: [role.name, kindOf(role), count(role.permissions.length, 'permission'), role.id],
          actions: [
            { label: 'Show', operation: place.operations.show, input: inputOf(place, role), style: 'plain' },
            ...changingActions(place, role),
          ],
        })),
        empty: 'No role is visible.',
      },
      {
        part: 'actions',
        actions: [{ label: 'New role', operation: place.operations.create, input: place.where, style: 'plain' }],
      },
    ],
  };
}

export function viewRole(place: RolePlace, asked: ThingRef, role: Role | null): View | Refusal {
  if (role === null) return roleGone(asked, place);
  const actions = changingActions(place, role);
  return {
    title: `Role ${role.name}`,
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Id', value: role.id },
          { label: 'Kind', value: kindOf(role) },
          { label: 'Counts in', value: place.name },
          { label: 'Description', value: role.description ?? 'none' },
        ],
      },
      {
        part: 'rows',
        columns: ['May'],
        rows: role.permissions.map((permission) => ({ cells: [permission], actions: [] })),
        empty: 'This role allows nothing.',
      },
      { part: 'note', text: 'OpenAI does not list who has a role; the roles of one person or group can be listed.' },
      ...(actions.length === 0 ? [] : [{ part: 'actions' as const, actions }]),
    ],
  };
}
