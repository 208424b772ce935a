import { z } from 'zod';

import { isRelativeTime } from './relative-time.ts';
import { seedInconsistencies } from './seed-consistency.ts';

const time = z
  .string()
  .refine(isRelativeTime, 'expected a time relative to the start, such as "-12d", "-3h" or "+60d"');
const id = z.string().min(1);
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

const seed = z.strictObject({
  organization: z.strictObject({ id, name: z.string() }),
  users: z.array(user),
  projects: z.array(project),
  adminKeys: z.array(adminKey),
  invites: z.array(invite).default([]),
  auditEvents: z.array(auditEvent).default([]),
});

/** An organization to start from. All times are relative to the start, and no secret stands in it. */
export type OrganizationSeed = z.output<typeof seed>;

/** Reads a seed. Throws an error that lists everything wrong with it, each with its place. */
export function readSeed(jsonText: string): OrganizationSeed {
  const result = seed.safeParse(JSON.parse(jsonText));
  if (!result.success) {
    throw seedError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const inconsistencies = seedInconsistencies(result.data);
  if (inconsistencies.length > 0) throw seedError(inconsistencies);
  return result.data;
}

function seedError(lines: readonly string[]): Error {
  return new Error(`The seed of the organization cannot be used:\n${lines.map((line) => `- ${line}`).join('\n')}`);
}
