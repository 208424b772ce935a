import { z } from 'zod';

import { seedField } from './fields.ts';

const { id, time } = seedField;

const group = z.strictObject({
  id,
  name: z.string(),
  created: time,
  isScimManaged: z.boolean().optional(),
  members: z.array(z.strictObject({ user: id, added: time })),
});

const role = z.strictObject({
  id,
  name: z.string(),
  description: z.string().optional(),
  permissions: z.array(z.string()),
  /** Left out for a role of the organization. */
  project: id.optional(),
  created: time,
  createdBy: id,
});

/** Besides the levels that users and members have; a role is one of this seed or a built-in one. */
const roleAssignment = z.strictObject({
  id,
  role: id,
  to: z.union([z.strictObject({ user: id }), z.strictObject({ group: id }), z.strictObject({ serviceAccount: id })]),
  project: id.optional(),
});

/** What a seed may say of groups and roles. */
export const accessSeed = {
  groups: z.array(group).optional(),
  roles: z.array(role).optional(),
  roleAssignments: z.array(roleAssignment).optional(),
} as const;

/** What a seed may say of them inside a project. */
export const projectAccessSeed = {
  groups: z.array(z.strictObject({ group: id, added: time })).optional(),
} as const;
