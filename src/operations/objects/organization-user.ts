import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import { fromSeconds } from './from-seconds.ts';

const inProject = z.looseObject({ id: z.string().nullish(), name: z.string().nullish(), role: z.string().nullish() });

/** `User` (OpenAI API reference, 2026-11). `projects` appears only in some answers. */
export const organizationUserWire = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  role: z.string().nullish(),
  added_at: z.number(),
  is_default: z.boolean().nullish(),
  is_scim_managed: z.boolean().nullish(),
  api_key_last_used_at: z.number().nullish(),
  projects: z.looseObject({ data: z.array(inProject) }).nullish(),
});

export const organizationUserSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.string(),
  addedAt: z.number(),
  /** Whoever the organization began with; OpenAI does not let go of them. */
  isDefault: z.boolean(),
  /** Comes from the identity provider; nobody changes or removes them at OpenAI. */
  isManaged: z.boolean(),
  keyLastUsedAt: z.number().nullable(),
  /** Null where OpenAI does not say. In an order of their own. */
  projects: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })).nullable(),
});
export type OrganizationUser = z.infer<typeof organizationUserSchema>;

export function keepOrganizationUser(answer: unknown): OrganizationUser {
  const user = organizationUserWire.parse(answer);
  const email = oneLine(user.email ?? '');
  const projects = user.projects?.data.flatMap(({ id, name, role }) =>
    typeof id === 'string' ? [{ id, name: oneLine(name ?? '') || id, role: role ?? 'unknown' }] : [],
  );
  return {
    id: user.id,
    name: oneLine(user.name ?? '') || email || user.id,
    email: email || null,
    role: user.role ?? 'unknown',
    addedAt: user.added_at * secondMs,
    isDefault: user.is_default === true,
    isManaged: user.is_scim_managed === true,
    keyLastUsedAt: fromSeconds(user.api_key_last_used_at),
    projects: projects?.toSorted((one, other) => (one.id < other.id ? -1 : 1)) ?? null,
  };
}

/** Of a list that was asked for by one address: whom it names, or nobody. */
export function keepOnlyUser(answer: unknown): OrganizationUser | null {
  const [first] = z.looseObject({ data: z.array(z.unknown()) }).parse(answer).data;
  return first === undefined ? null : keepOrganizationUser(first);
}

/** The part of somebody that decides. */
export function organizationUserGuard(user: OrganizationUser) {
  return { id: user.id, email: user.email, role: user.role, isManaged: user.isManaged, isDefault: user.isDefault };
}
