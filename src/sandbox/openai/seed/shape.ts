import { z } from 'zod';

import { accessSeed, projectAccessSeed } from './access.ts';
import { seedField } from './fields.ts';
import { projectSettingSeed, settingSeed } from './settings.ts';
import { trustSeed } from './trust.ts';

const { id, time } = seedField;
const organizationRole = z.enum(['owner', 'reader']);
const projectRole = z.enum(['owner', 'member']);

const user = z.strictObject({
  id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  role: organizationRole,
  added: time,
  /** Set for a person who left; the keys left behind still name them. */
  removed: time.optional(),
  isDefault: z.boolean().optional(),
  isServiceAccount: z.boolean().optional(),
  isScimManaged: z.boolean().optional(),
});

const member = z.strictObject({ user: id, role: projectRole, added: time });

const serviceAccount = z.strictObject({
  id,
  name: z.string(),
  role: z.enum(['owner', 'member', 'none']),
  created: time,
});

const projectKey = z.strictObject({
  id,
  name: z.string(),
  owner: z.union([z.strictObject({ user: id }), z.strictObject({ serviceAccount: id })]),
  scopes: z.array(z.string()).optional(),
  created: time,
  lastUsed: time.optional(),
  expires: time.optional(),
});

const project = z.strictObject({
  id,
  name: z.string(),
  created: time,
  archived: time.optional(),
  isDefault: z.boolean().optional(),
  residency: z.string().optional(),
  members: z.array(member).default([]),
  serviceAccounts: z.array(serviceAccount).default([]),
  keys: z.array(projectKey).default([]),
  externalKey: id.optional(),
  ...projectAccessSeed,
  ...projectSettingSeed,
});

const adminKey = z.strictObject({
  id,
  name: z.string(),
  owner: id,
  /** The key that the bot runs on; exactly one has it. */
  isBots: z.boolean().optional(),
  access: z.enum(['all', 'read-only']).optional(),
  created: time,
  lastUsed: time.optional(),
  expires: time.optional(),
});

const invite = z.strictObject({
  id,
  email: z.string(),
  role: organizationRole,
  projects: z.array(z.strictObject({ id, role: projectRole })),
  created: time,
  expires: time,
  accepted: time.optional(),
});

const auditEvent = z.strictObject({
  type: z.string(),
  at: time,
  /** A person in the dashboard, or an admin key. */
  actor: z.union([z.strictObject({ user: id, ip: z.string() }), z.strictObject({ adminKey: id })]),
  project: id.optional(),
  payload: z.record(z.string(), z.unknown()),
});

/** The shape of a seed; what it refers to is checked apart. */
export const seedShape = z.strictObject({
  organization: z.strictObject({ id, name: z.string() }),
  users: z.array(user),
  projects: z.array(project),
  adminKeys: z.array(adminKey),
  invites: z.array(invite).default([]),
  auditEvents: z.array(auditEvent).default([]),
  ...accessSeed,
  ...settingSeed,
  ...trustSeed,
});

export type SeedShape = z.output<typeof seedShape>;
