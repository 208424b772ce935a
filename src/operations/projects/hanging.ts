import { z } from 'zod';
import { count, hourMs, type Instant, roughly } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import { call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { type ApiKey, apiKeySchema, keepApiKeys } from '../objects/api-key.ts';
import { costsSince, keepTotalCents, monthStart } from '../objects/cost.ts';
import { keepMembers, membersSchema } from '../objects/member.ts';
import { keepServiceAccounts, serviceAccountSchema } from '../objects/service-account.ts';
import type { Change, PlanFact } from '../plan.ts';

/** What hangs on a project, as `needHanging` reads it. */
export const hanging = {
  members: membersSchema,
  keys: z.array(apiKeySchema),
  accounts: z.array(serviceAccountSchema),
  spentCents: z.number(),
};
export type Hanging = z.infer<z.ZodObject<typeof hanging>>;

export const needKeys = (project: ProjectRef): Need =>
  read('keys', {
    // Keys of people who have left work on; OpenAI hides them unless asked (OpenAI API reference, 2026-11).
    call: call('GET /organization/projects/{project_id}/api_keys', {
      params: { project_id: project.id },
      query: { owner_project_access: 'any' },
    }),
    keep: (answer) => keepApiKeys(answer).toSorted((one, other) => (other.lastUsedAt ?? 0) - (one.lastUsedAt ?? 0)),
    pages: 'all',
  });

export const needSpent = (project: ProjectRef, now: Instant): Need =>
  read('spentCents', { call: costsSince(monthStart(now), project), keep: keepTotalCents, pages: 'all' });

export function needHanging(project: ProjectRef, now: Instant): readonly Need[] {
  const params = { project_id: project.id };
  return [
    read('members', {
      call: call('GET /organization/projects/{project_id}/users', { params }),
      keep: keepMembers,
      pages: 'all',
    }),
    needKeys(project),
    read('accounts', {
      call: call('GET /organization/projects/{project_id}/service_accounts', { params }),
      keep: keepServiceAccounts,
      pages: 'all',
    }),
    needSpent(project, now),
  ];
}

/** `ranker 2026-09 of ranker`: many keys of service accounts are called the same. */
const nameKey = (key: ApiKey): string => `${key.name} of ${key.ownerName}`;

const used = (key: ApiKey, now: Instant): string =>
  key.lastUsedAt === null ? 'never used' : `used ${roughly(now - key.lastUsedAt)} ago`;

// What a card can hold; the rest stands among the facts.
const MOST_NAMED = 10;

/** The keys by name, the one used last first: `ranker of ranker (used 1 minute ago), … and 4 more`. */
export function listKeys(keys: readonly ApiKey[], now: Instant): string {
  const named = keys.slice(0, MOST_NAMED).map((key) => `${nameKey(key)} (${used(key, now)})`);
  const rest = keys.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
}

/** Each key as a fact for the details. */
export function keyFacts(keys: readonly ApiKey[], now: Instant): readonly PlanFact[] {
  return keys.map((key) => ({ label: nameKey(key), value: `${key.redacted}, ${used(key, now)}`, at: now }));
}

export function sayHolds({ members, keys, accounts, spentCents }: Hanging): string {
  return [
    count(members.length, 'person', 'people'),
    count(keys.length, 'key'),
    count(accounts.length, 'service account'),
    `${formatCents(spentCents)} spent this month`,
  ].join(' · ');
}

/** Keys that somebody uses just now. */
export function warnInUse(keys: readonly ApiKey[], now: Instant): readonly string[] {
  const busy = keys.filter((key) => key.lastUsedAt !== null && now - key.lastUsedAt < hourMs);
  if (busy.length === 0) return [];
  return [`In use: ${listKeys(busy, now)}. Whatever uses them stops at once.`];
}

/** What ends together with the project. */
export function endingChanges({ members, keys, accounts }: Hanging, now: Instant): readonly Change[] {
  const lines: readonly (readonly [string, number, string])[] = [
    ['Keys', keys.length, listKeys(keys, now)],
    ['Service accounts', accounts.length, accounts.map((account) => account.name).join(', ')],
    ['People', members.length, members.map((member) => member.name).join(', ')],
  ];
  return lines.filter(([, size]) => size > 0).map(([label, , before]) => ({ label, before, after: null }));
}

/**
 * What may not have grown since it was approved, by id. Plain ids, because an id under the name `id` would make every step answer for
 * that thing.
 */
export function hangingGuard({ keys, accounts }: Pick<Hanging, 'keys' | 'accounts'>) {
  return { keys: keys.map((key) => key.id).toSorted(), accounts: accounts.map((account) => account.id).toSorted() };
}
