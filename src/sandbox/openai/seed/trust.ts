import { z } from 'zod';

import { seedField } from './fields.ts';

const { id, time } = seedField;
const words = z.record(z.string(), z.unknown());

const certificate = z.strictObject({
  id,
  name: z.string(),
  /** A public certificate; its own dates hold, so it is made to last. */
  pem: z.array(z.string()),
  created: time,
  /** Projects that it is active in. */
  activeIn: z.array(id).optional(),
});

/** `given` is what the API would be sent, in its words. */
const externalKey = z.strictObject({
  id,
  created: time,
  given: z.looseObject({ type: z.string(), name: z.string() }),
});

const externalStorage = z.strictObject({
  id,
  project: id,
  created: time,
  provider: words,
  status: z.enum(['pending', 'validated', 'degraded', 'unhealthy']),
});

const federationRule = z.strictObject({
  id,
  project: id,
  serviceAccount: id,
  name: z.string(),
  matchers: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])),
  scopes: z.array(z.string()).optional(),
  created: time,
});

const identityProvider = z.strictObject({
  id,
  name: z.string(),
  issuer: z.string(),
  audience: z.string(),
  transformations: z.array(z.strictObject({ attribute: z.string(), expression: z.string() })).optional(),
  created: time,
  rules: z.array(federationRule),
});

/** What a seed may say of certificates, other clouds and other identity providers. */
export const trustSeed = {
  hasExternalKeyManagement: z.boolean().optional(),
  certificates: z.array(certificate).optional(),
  externalKeys: z.array(externalKey).optional(),
  externalStorage: z.array(externalStorage).optional(),
  identityProviders: z.array(identityProvider).optional(),
} as const;
