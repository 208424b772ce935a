/** Answers of the vendor about people, written by hand as its reference shows them. */

const seconds = (iso: string): number => Date.parse(iso) / 1000;
type More = Readonly<Record<string, unknown>>;

export const erin = { id: 'user_erin', email: 'erin@acme.example', name: 'Erin Vale' } as const;
export const bea = { id: 'user_bea', email: 'bea@acme.example', name: 'Bea Lindqvist' } as const;
export const sam = { id: 'user_sam', email: 'sam@acme.example', name: 'Sam Okafor' } as const;

/** Erin, who reads the organization and is in search-dev and billing. */
export const userOnWire = (more: More = {}) => ({
  object: 'organization.user',
  ...erin,
  role: 'reader',
  added_at: seconds('2025-10-17T12:00:00Z'),
  is_default: false,
  is_service_account: false,
  is_scim_managed: false,
  api_key_last_used_at: seconds('2026-11-23T10:00:00Z'),
  projects: {
    object: 'list',
    data: [
      { id: 'proj_search_dev', name: 'search-dev', role: 'member' },
      { id: 'proj_billing', name: 'billing', role: 'owner' },
    ],
  },
  ...more,
});

export const ownerOnWire = (more: More = {}) => userOnWire({ ...sam, role: 'owner', projects: null, ...more });

/** The admin key that Countersign runs on, Sam's. */
export const ownKeyOnWire = (more: More = {}) => ({
  object: 'organization.admin_api_key',
  id: 'key_own',
  name: 'countersign',
  redacted_value: 'sk-admin-abc...wxyz',
  created_at: seconds('2026-10-24T12:00:00Z'),
  expires_at: seconds('2027-01-22T12:00:00Z'),
  last_used_at: seconds('2026-11-23T11:50:00Z'),
  owner: { type: 'user', object: 'organization.user', ...sam, created_at: 1, role: 'owner' },
  ...more,
});

export const inviteOnWire = (more: More = {}) => ({
  object: 'organization.invite',
  id: 'invite_marta',
  email: 'marta@acme.example',
  role: 'reader',
  status: 'pending',
  created_at: seconds('2026-11-21T12:00:00Z'),
  expires_at: seconds('2026-11-28T12:00:00Z'),
  accepted_at: null,
  projects: [{ id: 'proj_search_dev', role: 'member' }],
  ...more,
});

/** A role as Erin has it: by herself, or through these groups. */
export const heldOnWire = (more: More = {}, through: readonly string[] = []) => ({
  id: 'role_usage',
  name: 'Usage reader',
  description: null,
  permissions: ['api.usage.read'],
  resource_type: 'api.organization',
  predefined_role: false,
  assignment_sources:
    through.length === 0
      ? [{ principal_id: 'user_erin', principal_type: 'user' }]
      : through.map((id) => ({ principal_id: id, principal_type: 'group' })),
  ...more,
});

export const readerRoleOnWire = () =>
  heldOnWire({ id: 'role-api-organization-reader__api-organization__org_1', name: 'Reader', predefined_role: true });
