import { z } from 'zod';
import { isJsonObject, type JsonObject } from '#domain/json.ts';

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

/** What a key may do as far as we know: OpenAI shows no scopes, so only a request that was carried out here tells. */
export const issuedScopesSchema = z.object({
  keyId: z.string(),
  /** As they were set last, pausing aside. `['all']` is everything a key of its project may do. */
  scopes: z.array(z.string()),
  /** Whether the key was paused here since. */
  isPaused: z.boolean(),
  requestId: z.string(),
});
export type IssuedScopes = z.infer<typeof issuedScopesSchema>;

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
  /** False when the owner has lost access to the project: a key that nobody answers for. */
  isOwned: z.boolean(),
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

export const knownThingSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The whole item as the vendor listed it. */
  body: z.custom<JsonObject>(isJsonObject),
});
export type KnownThing = z.infer<typeof knownThingSchema>;

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
  changes: z.array(z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  decisions: z.array(z.object({ by: z.string(), kind: z.string(), at: z.number(), comment: z.string() })),
  calls: z.array(
    z.object({ title: z.string(), method: z.string(), path: z.string(), status: z.string(), at: z.number() }),
  ),
  outcome: z.string(),
});
export type RequestDetail = z.infer<typeof requestDetailSchema>;

/** How a request could be undone, with what its carrying out told already filled in. */
export const requestInverseSchema = z.object({
  id: z.string(),
  state: z.string(),
  title: z.string(),
  verdict: z.enum(['exact', 'recreate', 'partial', 'none']),
  sentence: z.string(),
  operation: z.string().nullable(),
  input: z.custom<JsonObject>(isJsonObject).nullable(),
});
export type RequestInverse = z.infer<typeof requestInverseSchema>;

/** What a request that ended half-way still wanted. */
export const continuationSchema = z.object({
  id: z.string(),
  state: z.string(),
  title: z.string(),
  operation: z.string(),
  input: z.custom<JsonObject>(isJsonObject),
  /** Titles of the steps that did not happen. */
  left: z.array(z.string()),
  /** Some of these are about something that the request made: planned anew, it would be made twice. */
  hangsOnNew: z.boolean(),
});
export type Continuation = z.infer<typeof continuationSchema>;

export const changeLineSchema = requestLineSchema.extend({
  requesterName: z.string(),
  endedAt: z.number(),
  changes: z.array(z.string()),
  verdict: z.string(),
});
export type ChangeLine = z.infer<typeof changeLineSchema>;

/** What one endpoint's calls are paced by just now. */
export const paceLineSchema = z.object({
  endpoint: z.string(),
  perMinute: z.number(),
  tokens: z.number(),
  waiting: z.number(),
  lastThrottledAt: z.number().nullable(),
});
export type PaceLine = z.infer<typeof paceLineSchema>;

export const statusSchema = z.object({
  /** Short digests; `proposed` is the file that waits to be adopted. */
  policy: z.object({ inForce: z.string(), proposed: z.string().nullable() }),
  pacing: z.array(paceLineSchema),
  outbox: z.object({ waiting: z.number(), oldest: z.number().nullable() }),
  lists: z.array(z.object({ name: z.string(), asOf: z.number() })),
  open: z.number(),
  /** What is frozen, one sentence each. */
  frozen: z.array(z.string()),
  /** What was opened and held back, in one sentence. */
  rollout: z.string(),
  /** What waits for a review, one sentence each. */
  debts: z.array(z.string()),
});
export type Status = z.infer<typeof statusSchema>;

export const foundSchema = z.object({ kind: z.string(), id: z.string(), name: z.string(), where: z.string() });
export type Found = z.infer<typeof foundSchema>;

/** Counts over everything the mirror knows; `null` where not everything was read yet. */
export const censusSchema = z.object({
  asOf: z.number().nullable(),
  projects: z.number(),
  projectsRead: z.number(),
  users: z.number(),
  owners: z.number(),
  keys: z.number(),
  withoutOwner: z.number(),
  unused: z.number(),
  endless: z.number(),
  issuedHere: z.number(),
  withoutLimit: z.array(z.string()),
  limitsRead: z.number(),
  adminKeys: z.number().nullable(),
  unknownAdminKeys: z.array(z.string()),
});
export type Census = z.infer<typeof censusSchema>;

/** What the policy says of something, what that comes to, and everything it looked at, one line a rule. */
export const judgementSchema = z.object({
  about: z.string(),
  verdict: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  lines: z.array(z.object({ said: z.string(), because: z.string() })),
});
export type Judgement = z.infer<typeof judgementSchema>;

/** A freeze that is in force. */
export const freezeSchema = z.object({
  id: z.number(),
  /** What is frozen, in words: "everything", "the project billing-prod". */
  what: z.string(),
  /** Whom it is about, if it is about one person. */
  person: z.string().nullable(),
  byName: z.string(),
  why: z.string(),
  at: z.number(),
});
export type FreezeLine = z.infer<typeof freezeSchema>;

/** Something done with less than the usual consent that waits for a review. */
export const debtSchema = z.object({
  id: z.number(),
  requestId: z.string(),
  /** "by break-glass": how it was done. */
  how: z.string(),
  title: z.string(),
  byName: z.string(),
  incident: z.string(),
  /** People whose approval does not count for closing it. */
  barred: z.array(z.string()),
  openedAt: z.number(),
});
export type DebtLine = z.infer<typeof debtSchema>;

/** What the doctor found, check by check. */
export const doctorSchema = z.object({
  checks: z.array(z.object({ title: z.string(), state: z.string(), says: z.string(), fix: z.string() })),
  readyFor: z.array(z.string()),
});
export type DoctorFound = z.infer<typeof doctorSchema>;
