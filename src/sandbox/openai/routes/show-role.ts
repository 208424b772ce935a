import type { JsonObject } from '../http/endpoint.ts';
import type { Role } from '../records/access.ts';

/** `Role` of the OpenAI API reference, 2026-11. */
export function showRole(role: Role): JsonObject {
  return {
    object: 'role',
    id: role.id,
    name: role.name,
    description: role.description,
    permissions: role.permissions,
    resource_type: role.scope.kind === 'organization' ? 'api.organization' : 'api.project',
    predefined_role: role.made === null,
  };
}
