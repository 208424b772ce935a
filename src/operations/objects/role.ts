import { z } from 'zod';
import { oneLine } from '#domain/printable.ts';

// A description is free text of unknown length; an undo gives back what was kept, so it is cut late.
const LONGEST_NAME = 255;
const LONGEST_DESCRIPTION = 1000;

/** `Role` (OpenAI API reference, 2026-11). It is made with `role_name` and answered with `name`. */
export const roleWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  permissions: z.array(z.string()),
  predefined_role: z.boolean(),
});

/** `AssignedRoleDetails` (OpenAI API reference, 2026-11): a role as somebody has it; null sources say nothing. */
export const heldRoleWire = z.looseObject({
  assignment_sources: z.array(z.looseObject({ principal_id: z.string(), principal_type: z.string() })).nullish(),
});

export const roleSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  /** Sorted, so that an answer in another order is no difference. */
  permissions: z.array(z.string()),
  /** OpenAI made it: nobody changes or deletes it, and its name is for people, so that programs go by its id. */
  isBuiltIn: z.boolean(),
});
export type Role = z.infer<typeof roleSchema>;

export const heldRoleSchema = roleSchema.extend({
  /** Through whom it is had: the holder itself, groups, or both. */
  sources: z.array(z.object({ id: z.string(), kind: z.string() })),
});
export type HeldRole = z.infer<typeof heldRoleSchema>;

export function keepRole(answer: unknown): Role {
  const role = roleWire.parse(answer);
  return {
    id: role.id,
    name: oneLine(role.name, LONGEST_NAME) || role.id,
    description: oneLine(role.description ?? '', LONGEST_DESCRIPTION) || null,
    permissions: role.permissions.map((permission) => oneLine(permission)).toSorted(),
    isBuiltIn: role.predefined_role,
  };
}

function listOf<T>(answer: unknown, keep: (item: unknown) => T): T[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keep);
}

export const keepRoles = (answer: unknown): Role[] => listOf(answer, keepRole);

export const keepHeldRoles = (answer: unknown): HeldRole[] =>
  listOf(answer, (item) => ({
    ...keepRole(item),
    sources: (heldRoleWire.parse(item).assignment_sources ?? []).map((source) => ({
      id: source.principal_id,
      kind: source.principal_type,
    })),
  }));

/**
 * What of roles decides, in an order of its own. The id is called `role`, not `id`: what is called so counts as touched when the
 * change is looked for in the audit log.
 */
export function rolesGuard(roles: readonly Role[]) {
  return roles
    .map((role) => ({ role: role.id, name: role.name, permissions: role.permissions }))
    .toSorted((one, other) => (one.role < other.role ? -1 : 1));
}
