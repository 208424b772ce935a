import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

/** What a key in another cloud is for; the first unless said otherwise (OpenAI API reference, 2026-11). */
export const keyPurposes = ['ekm', 'psp_decryption'] as const;

/** `ExternalKey` (OpenAI API reference, 2026-11): the settings stand beside the rest, and which there are depends on the cloud. */
export const externalKeyWire = z.looseObject({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  created_at: z.number(),
  purpose: z.string().nullish(),
  api_project_ids: z.array(z.string()).nullish(),
  workspace_id: z.string().nullish(),
});

export const externalKeySchema = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  createdAt: z.number(),
  purpose: z.string(),
  /** Ids of the projects whose data it protects, in an order of its own. */
  projects: z.array(z.string()),
  workspaceId: z.string().nullable(),
  /** Everything else that is text, by wire name. */
  values: z.record(z.string(), z.string()),
});
export type ExternalKey = z.infer<typeof externalKeySchema>;

// Longer than any resource name of the four clouds; an undo gives back what was kept.
const LONGEST_VALUE = 2048;

export function keepExternalKey(answer: unknown): ExternalKey {
  const key = externalKeyWire.parse(answer);
  const { id, type, name, purpose, api_project_ids: projects, workspace_id: workspaceId, object: _, ...rest } = key;
  return {
    id,
    type,
    name: oneLine(name) || id,
    createdAt: key.created_at * secondMs,
    purpose: purpose ?? 'ekm',
    projects: (projects ?? []).toSorted(),
    workspaceId: workspaceId === undefined || workspaceId === '' ? null : workspaceId,
    values: Object.fromEntries(
      Object.entries(rest).flatMap(([wireName, value]) =>
        typeof value === 'string' && value !== '' ? [[wireName, oneLine(value, LONGEST_VALUE)]] : [],
      ),
    ),
  };
}

export function keepExternalKeys(answer: unknown): ExternalKey[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepExternalKey);
}

/** The part of a key that decides. */
export function externalKeyGuard({ id, name, type, purpose, projects }: ExternalKey) {
  return { id, name, type, purpose, projects };
}
