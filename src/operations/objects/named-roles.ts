import type { Option } from '../field.ts';

/** Roles that the organization and a project give by name (OpenAI API reference, 2026-11). Finer ones are assigned by id. */
export const organizationRoles = [
  { value: 'reader', label: 'Reader' },
  { value: 'owner', label: 'Owner' },
] as const satisfies readonly Option[];

export const projectRoles = [
  { value: 'member', label: 'Member' },
  { value: 'owner', label: 'Owner' },
] as const satisfies readonly Option[];

export type OrganizationRole = (typeof organizationRoles)[number]['value'];
export type ProjectRole = (typeof projectRoles)[number]['value'];

export function isOrganizationRole(role: string): role is OrganizationRole {
  return organizationRoles.some((option) => option.value === role);
}

export function isProjectRole(role: string): role is ProjectRole {
  return projectRoles.some((option) => option.value === role);
}
