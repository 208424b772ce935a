/** Answers of the vendor about groups and roles, written by hand as its reference shows them. */

const seconds = (iso: string): number => Date.parse(iso) / 1000;
type More = Readonly<Record<string, unknown>>;

export const groupOnWire = (more: More = {}) => ({
  object: 'group',
  id: 'group_support',
  name: 'Support',
  created_at: seconds('2026-01-05T12:00:00Z'),
  is_scim_managed: false,
  group_type: 'group',
  ...more,
});

export const managedOnWire = (more: More = {}) =>
  groupOnWire({ id: 'group_okta', name: 'okta-eng', is_scim_managed: true, group_type: 'tenant_group', ...more });

export const meiOnWire = (more: More = {}) => ({
  id: 'user_mei',
  name: 'Mei Tanaka',
  email: 'mei@acme.example',
  ...more,
});

export const erinOnWire = (more: More = {}) => ({
  id: 'user_erin',
  name: 'Erin Vale',
  email: 'Erin@acme.example',
  ...more,
});

export const roleOnWire = (more: More = {}) => ({
  object: 'role',
  id: 'role_usage',
  name: 'Usage reader',
  description: 'Sees what is used',
  permissions: ['api.usage.read'],
  resource_type: 'api.organization',
  predefined_role: false,
  ...more,
});

export const ownerRoleOnWire = (more: More = {}) =>
  roleOnWire({
    id: 'role-api-organization-owner__api-organization__org_1',
    name: 'Owner',
    description: null,
    permissions: ['api.management.write', 'api.management.read'],
    predefined_role: true,
    ...more,
  });

export const projectRoleOnWire = (more: More = {}) =>
  roleOnWire({
    id: 'role_keys',
    name: 'Key reader',
    description: null,
    permissions: ['api.organization.projects.api_keys.read'],
    resource_type: 'api.project',
    ...more,
  });

export const memberRoleOnWire = (more: More = {}) =>
  projectRoleOnWire({
    id: 'role-api-project-member',
    name: 'Project Member',
    permissions: ['api.model.request', 'api.model.read'],
    predefined_role: true,
    ...more,
  });

/** A role as somebody has it; `through` names the groups it comes through, `itself` whether it is had without them too. */
export function heldOnWire(role: More, holderId: string, how: { itself?: boolean; through?: readonly string[] } = {}) {
  const { object: _, ...rest } = role;
  return {
    ...rest,
    created_at: null,
    created_by: null,
    metadata: null,
    assignment_sources: [
      ...((how.itself ?? true) ? [{ principal_id: holderId, principal_type: 'user' }] : []),
      ...(how.through ?? []).map((id) => ({ principal_id: id, principal_type: 'group' })),
    ],
  };
}

export const projectGroupOnWire = (more: More = {}) => ({
  object: 'project.group',
  project_id: 'proj_search_dev',
  group_id: 'group_support',
  group_name: 'Support',
  group_type: 'group',
  created_at: seconds('2026-02-05T12:00:00Z'),
  ...more,
});

export const support = { id: 'group_support', name: 'Support' } as const;
export const okta = { id: 'group_okta', name: 'okta-eng' } as const;
export const mei = { id: 'user_mei', email: 'mei@acme.example', name: 'Mei Tanaka' } as const;
export const erin = { id: 'user_erin', email: 'erin@acme.example', name: 'Erin Vale' } as const;
