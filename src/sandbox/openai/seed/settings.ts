import { z } from 'zod';

import {
  HOSTED_TOOLS,
  ORGANIZATION_RETENTION,
  PROJECT_RETENTION,
  RATE_LIMIT_FIELDS,
} from '../records/project-settings.ts';
import { RHYTHMS, USAGE_KINDS } from '../records/traffic.ts';
import { seedField } from './fields.ts';

const { id, time, cents } = seedField;

const spendAlert = z.strictObject({
  id,
  thresholdCents: cents,
  recipients: z.array(z.string()),
  subjectPrefix: z.string().optional(),
  created: time,
});

const traffic = z.strictObject({
  id,
  /** Left out for what no key is needed for, such as keeping files. */
  key: id.optional(),
  kind: z.enum(USAGE_KINDS),
  model: z.string().optional(),
  /** Requests an hour on average; bytes for `vector_stores`. */
  level: z.number().min(0),
  rhythm: z.enum(RHYTHMS).optional(),
  from: time,
  until: time.optional(),
  dimensions: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
});

/** What a seed may say of the organization's settings. */
export const settingSeed = {
  spendLimitCents: cents.optional(),
  spendAlerts: z.array(spendAlert).optional(),
  /** Left out where OpenAI has not approved retention controls. */
  dataRetention: z.enum(ORGANIZATION_RETENTION).optional(),
} as const;

/** What a seed may say of a project's settings and of what it uses. */
export const projectSettingSeed = {
  rateLimits: z.record(z.string(), z.partialRecord(z.enum(RATE_LIMIT_FIELDS), z.int().min(0))).optional(),
  modelPermissions: z
    .strictObject({ mode: z.enum(['allow_list', 'deny_list']), models: z.array(z.string()) })
    .optional(),
  /** The tools that are switched off. */
  toolsOff: z.array(z.enum(HOSTED_TOOLS)).optional(),
  serviceTiers: z
    .strictObject({
      standard: z.enum(['standard', 'fast', 'scale']),
      enabled: z.union([z.literal('all'), z.array(z.enum(['flex', 'fast', 'ultrafast']))]),
    })
    .optional(),
  dataRetention: z.enum(PROJECT_RETENTION).optional(),
  spendLimitCents: cents.optional(),
  spendAlerts: z.array(spendAlert).optional(),
  traffic: z.array(traffic).optional(),
} as const;
