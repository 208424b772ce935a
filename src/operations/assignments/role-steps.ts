import type { Step } from '../plan.ts';
import { callTemplate, deleteStep, setStep } from '../step.ts';
import type { Slot } from '../template.ts';
import type { Json } from '#domain/json.ts';

/** Whose roles, and where: the four kinds of path under which OpenAI keeps role assignments. */
export interface RolePath<Id = string> {
  readonly base:
    | '/organization/groups/{group_id}'
    | '/organization/users/{user_id}'
    | '/projects/{project_id}/groups/{group_id}'
    | '/projects/{project_id}/users/{user_id}';
  readonly params: Readonly<Record<string, Id>>;
}

interface Declared {
  readonly id: string;
  readonly title: string;
  readonly roleId: string;
}

/**
 * Gives a role. That the holder has it afterwards is all that reading back can show, and all that is asked: the answer may spell a
 * built-in role's id in another way than the one that was given (seen on the live API, 2026).
 */
export function giveRole({ base, params }: RolePath<string | Slot>, { id, title, roleId }: Declared): Step {
  return setStep({
    id,
    title,
    call: callTemplate(`POST ${base}/roles`, { params, body: { role_id: roleId } }),
    read: callTemplate(`GET ${base}/roles/{role_id}`, { params: { ...params, role_id: roleId } }),
    where: {},
  });
}

/** Takes a role away from a holder who has it in no other way: then it is gone. */
export function takeRole({ base, params }: RolePath, { id, title, roleId }: Declared): Step {
  const one = { ...params, role_id: roleId };
  return deleteStep({
    id,
    title,
    call: callTemplate(`DELETE ${base}/roles/{role_id}`, { params: one }),
    read: callTemplate(`GET ${base}/roles/{role_id}`, { params: one }),
  });
}

/** Takes a role away from a holder who keeps it through groups: it is still listed, with only those as its sources. */
export function takeRoleOnly(
  { base, params }: RolePath,
  {
    id,
    title,
    roleId,
    sources,
  }: Declared & { readonly sources: readonly { readonly id: string; readonly kind: string }[] },
): Step {
  const left: Json = sources.map((source) => ({ principal_id: source.id, principal_type: source.kind }));
  return setStep({
    id,
    title,
    call: callTemplate(`DELETE ${base}/roles/{role_id}`, { params: { ...params, role_id: roleId } }),
    read: callTemplate(`GET ${base}/roles/{role_id}`, { params: { ...params, role_id: roleId } }),
    where: { assignment_sources: left },
  });
}
