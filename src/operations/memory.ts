import { z } from 'zod';

/** Shapes in which our own memory answers a `Recall`. Times are milliseconds. */

export const issuedKeySchema = z.object({
  keyId: z.string(),
  accountId: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  name: z.string(),
  ownerSlackId: z.string(),
  purpose: z.string(),
  endsAt: z.number(),
  requestId: z.string(),
  endedAt: z.number().nullable(),
});
export type IssuedKey = z.infer<typeof issuedKeySchema>;

export const knownKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  redacted: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  ownerName: z.string(),
  ownerEmail: z.string().nullable(),
  /** The service account that owns the key, if one does. */
  accountId: z.string().nullable(),
  createdAt: z.number(),
  lastUsedAt: z.number().nullable(),
  expiresAt: z.number().nullable(),
});
export type KnownKey = z.infer<typeof knownKeySchema>;

export const knownProjectSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  createdAt: z.number(),
});
export type KnownProject = z.infer<typeof knownProjectSchema>;

export const knownUserSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  addedAt: z.number(),
});
export type KnownUser = z.infer<typeof knownUserSchema>;

/** `asOf` is when the vendor said so; a list that was never read is empty with `asOf: null`. */
export const agedList = <T extends z.ZodType>(item: T) =>
  z.object({ asOf: z.number().nullable(), items: z.array(item) });

export const requestLineSchema = z.object({
  id: z.string(),
  state: z.string(),
  title: z.string(),
  gist: z.string(),
  requesterSlackId: z.string(),
  createdAt: z.number(),
});
export type RequestLine = z.infer<typeof requestLineSchema>;

export const requestDetailSchema = requestLineSchema.extend({
  reason: z.string(),
  digest: z.string(),
  tier: z.string(),
  changes: z.array(z.string()),
  decisions: z.array(z.object({ by: z.string(), kind: z.string(), at: z.number(), comment: z.string() })),
  calls: z.array(
    z.object({ title: z.string(), method: z.string(), path: z.string(), status: z.string(), at: z.number() }),
  ),
  outcome: z.string(),
});
export type RequestDetail = z.infer<typeof requestDetailSchema>;
