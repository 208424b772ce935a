import type { OrganizationSeed } from '#sandbox/openai/seed.ts';
import { goodPem } from './pem-lines.ts';

/** Ids of `smallSeed`, named for what they are. */
export const ids = {
  defaultProject: 'proj_default',
  web: 'proj_web',
  old: 'proj_old',
  ada: 'user-ada',
  lin: 'user-lin',
  gone: 'user-gone',
  scim: 'user-scim',
  robot: 'user-robot',
  worker: 'user-worker',
  linKey: 'key_lin',
  goneKey: 'key_gone',
  workerKey: 'key_worker',
  expiredKey: 'key_expired',
  botAdminKey: 'key_bot',
  otherAdminKey: 'key_other',
  readOnlyAdminKey: 'key_readonly',
  ownGroup: 'group_own',
  scimGroup: 'group_scim',
  usageRole: 'role_usage',
  keysRole: 'role_keys',
  webAlert: 'alert_web',
  certificate: 'cert_small',
} as const;

/** The same in every hour, so that tests can count. */
const even = { rhythm: 'even' } as const;

/** The smallest organization in which every case of the endpoints occurs once. */
export const smallSeed: OrganizationSeed = {
  organization: { id: 'org-small', name: 'Small' },
  users: [
    { id: ids.ada, name: 'Ada North', email: 'ada@small.example', role: 'owner', added: '-300d', isDefault: true },
    { id: ids.lin, name: 'Lin East', email: 'lin@small.example', role: 'reader', added: '-200d' },
    { id: ids.gone, name: 'Gia West', email: 'gia@small.example', role: 'reader', added: '-250d', removed: '-10d' },
    { id: ids.scim, name: 'Cy South', email: 'cy@small.example', role: 'reader', added: '-90d', isScimManaged: true },
    { id: ids.robot, name: null, email: null, role: 'reader', added: '-80d', isServiceAccount: true },
  ],
  projects: [
    {
      id: ids.defaultProject,
      name: 'Default project',
      created: '-300d',
      isDefault: true,
      members: [{ user: ids.ada, role: 'owner', added: '-300d' }],
      serviceAccounts: [],
      keys: [],
    },
    {
      id: ids.web,
      name: 'web',
      created: '-100d',
      members: [
        { user: ids.ada, role: 'owner', added: '-100d' },
        { user: ids.lin, role: 'member', added: '-99d' },
      ],
      serviceAccounts: [{ id: ids.worker, name: 'worker', role: 'member', created: '-50d' }],
      keys: [
        { id: ids.linKey, name: 'lin laptop', owner: { user: ids.lin }, created: '-40d', lastUsed: '-1h' },
        { id: ids.goneKey, name: 'gia script', owner: { user: ids.gone }, created: '-60d', lastUsed: '-12d' },
        { id: ids.workerKey, name: 'Secret Key', owner: { serviceAccount: ids.worker }, created: '-50d' },
        { id: ids.expiredKey, name: 'trial', owner: { user: ids.lin }, created: '-30d', expires: '-5d' },
      ],
      groups: [{ group: ids.ownGroup, added: '-20d' }],
      spendLimitCents: 100_000,
      spendAlerts: [{ id: ids.webAlert, thresholdCents: 50_000, recipients: ['ada@small.example'], created: '-9d' }],
      traffic: [
        { id: 't-lin', key: ids.linKey, kind: 'completions', model: 'gpt-6-astra', ...even, level: 60, from: '-40d' },
        {
          id: 't-worker',
          key: ids.workerKey,
          kind: 'embeddings',
          model: 'text-embedding-3-large',
          ...even,
          level: 600,
          from: '-50d',
        },
      ],
    },
    { id: ids.old, name: 'old', created: '-200d', archived: '-20d', members: [], serviceAccounts: [], keys: [] },
  ],
  adminKeys: [
    { id: ids.botAdminKey, name: 'bot', owner: ids.ada, isBots: true, created: '-30d', expires: '+60d' },
    { id: ids.otherAdminKey, name: 'terraform', owner: ids.robot, created: '-70d' },
    { id: ids.readOnlyAdminKey, name: 'reports', owner: ids.ada, access: 'read-only', created: '-20d' },
  ],
  invites: [
    { id: 'invite-open', email: 'new@small.example', role: 'reader', projects: [], created: '-1d', expires: '+6d' },
    {
      id: 'invite-used',
      email: 'lin@small.example',
      role: 'reader',
      projects: [{ id: ids.web, role: 'member' }],
      created: '-201d',
      expires: '-194d',
      accepted: '-200d',
    },
  ],
  auditEvents: [
    { type: 'login.succeeded', at: '-2h', actor: { user: ids.ada, ip: '192.0.2.10' }, payload: {} },
    {
      type: 'service_account.created',
      at: '-50d',
      actor: { adminKey: ids.otherAdminKey },
      project: ids.defaultProject,
      payload: { id: ids.worker, data: { role: 'member' } },
    },
    { type: 'tenant.role_assignment.created', at: '-3d', actor: { user: ids.ada, ip: '192.0.2.10' }, payload: {} },
  ],
  groups: [
    { id: ids.ownGroup, name: 'own', created: '-70d', members: [{ user: ids.lin, added: '-69d' }] },
    {
      id: ids.scimGroup,
      name: 'okta',
      created: '-60d',
      isScimManaged: true,
      members: [{ user: ids.scim, added: '-60d' }],
    },
  ],
  roles: [
    {
      id: ids.usageRole,
      name: 'Usage reader',
      description: 'Sees costs',
      permissions: ['api.usage.read'],
      created: '-55d',
      createdBy: ids.ada,
    },
    {
      id: ids.keysRole,
      name: 'Key reader',
      permissions: ['api.organization.projects.api_keys.read'],
      project: ids.web,
      created: '-54d',
      createdBy: ids.ada,
    },
  ],
  roleAssignments: [
    { id: 'ra_usage', role: ids.usageRole, to: { group: ids.ownGroup } },
    { id: 'ra_web', role: 'role-api-project-viewer', to: { group: ids.ownGroup }, project: ids.web },
  ],
  dataRetention: 'modified_abuse_monitoring',
  certificates: [{ id: ids.certificate, name: 'small', pem: [...goodPem], created: '-45d', activeIn: [ids.web] }],
};
