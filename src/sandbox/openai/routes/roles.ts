import { z } from 'zod';

import { forgetAssignments } from '../forget.ts';
import { type Endpoint, get, post, remove } from '../http/endpoint.ts';
import { inOrder, nextPageOf, orderedPageQuery } from '../http/page.ts';
import { badRequest } from '../http/problem.ts';
import { mintId } from '../identifier.ts';
import type { Organization } from '../organization.ts';
import { type Place, locateOpenPlace, locatePlace, resourceTypeOf } from '../place.ts';
import type { Role } from '../records/access.ts';
import { countsIn, locateRole } from '../roles.ts';
import { requireOne } from './require-one.ts';
import { showRole } from './show-role.ts';

const roleName = z.string().min(1).max(255);
// A role without any permission is accepted, as OpenAI's own Terraform provider relies on.
const permissions = z.array(z.string().min(1)).max(200);

/**
 * The organization's roles and a project's are two lists, and a project's stand below `/projects`, not below
 * `/organization`. What is sent as `role_name` is answered as `name`; built-in roles refuse every change.
 * OpenAI API reference, 2026-11.
 */
export const roleEndpoints: readonly Endpoint[] = [...rolesOf('/organization'), ...rolesOf('/projects/{project_id}')];

function rolesOf(base: '/organization' | '/projects/{project_id}'): readonly Endpoint[] {
  const [all, one] = [`${base}/roles`, `${base}/roles/{role_id}`] as const;
  return [
    get(all, orderedPageQuery('asc', { least: 0, most: 1000, fallback: 1000 }), ({ organization, params, query }) => {
      const place = locatePlace(organization, params);
      const roles = [...organization.roles.values()].filter((role) => countsIn(role, place));
      return nextPageOf(
        inOrder(roles, query.order, (role) => role.made?.atSec ?? 0),
        query,
        showRole,
      );
    }),

    post(
      all,
      { role_name: roleName, permissions, description: z.string().nullish() },
      ({ organization, params, body, admin, nowSec, record }) => {
        const place = locateOpenPlace(organization, params);
        const role: Role = {
          id: mintId('role_'),
          name: body.role_name,
          description: body.description ?? null,
          permissions: body.permissions,
          scope: place.kind === 'organization' ? { kind: 'organization' } : { kind: 'project', projectId: place.id },
          made: { atSec: nowSec, updatedAtSec: nowSec, byUserId: admin.ownerId },
        };
        organization.roles.set(role.id, role);
        const { id, name: role_name, permissions } = role;
        record('role.created', { id, role_name, permissions, ...resource(place) });
        return showRole(role);
      },
    ),

    get(one, {}, ({ organization, params }) =>
      showRole(locateRole(organization, locatePlace(organization, params), params.role_id)),
    ),

    post(
      one,
      { role_name: roleName.nullish(), permissions: permissions.nullish(), description: z.string().nullish() },
      ({ organization, params, body, nowSec, record }) => {
        // A description can be taken away, so `null` asks for something there and nowhere else.
        if (body.description === undefined) requireOne(body, ['role_name', 'permissions', 'description']);
        const place = locateOpenPlace(organization, params);
        const { role, made } = changeable(organization, place, params.role_id);
        const changed: Role = {
          ...role,
          name: body.role_name ?? role.name,
          permissions: body.permissions ?? role.permissions,
          description: body.description === undefined ? role.description : body.description,
          made: { ...made, updatedAtSec: nowSec },
        };
        organization.roles.set(role.id, changed);
        record('role.updated', {
          id: role.id,
          changes_requested: { ...difference(role, changed), ...resource(place) },
        });
        return showRole(changed);
      },
    ),

    remove(one, ({ organization, params, record }) => {
      const { role } = changeable(organization, locateOpenPlace(organization, params), params.role_id);
      organization.roles.delete(role.id);
      forgetAssignments(organization, ({ roleId }) => roleId === role.id);
      record('role.deleted', { id: role.id });
      return { object: 'role.deleted', id: role.id, deleted: true };
    }),
  ];
}

function changeable(
  organization: Organization,
  place: Place,
  roleId: string,
): { readonly role: Role; readonly made: NonNullable<Role['made']> } {
  const role = locateRole(organization, place, roleId);
  if (role.made === null) throw badRequest('Predefined roles cannot be changed or deleted.', { param: 'role_id' });
  return { role, made: role.made };
}

function resource(place: Place): { readonly resource_id: string; readonly resource_type: string } {
  return { resource_id: place.id, resource_type: resourceTypeOf(place) };
}

function difference(before: Role, after: Role): Record<string, unknown> {
  const [had, has] = [before.permissions, after.permissions];
  return {
    ...(after.name === before.name ? {} : { role_name: after.name }),
    permissions_added: has.filter((permission) => !had.includes(permission)),
    permissions_removed: had.filter((permission) => !has.includes(permission)),
    ...(after.description === before.description ? {} : { description: after.description ?? '' }),
  };
}
