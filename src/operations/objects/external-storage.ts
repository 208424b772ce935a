import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

/** `ExternalStorageConfiguration` (OpenAI API reference, 2026-11): one project, one bucket. It has no name of its own. */
export const externalStorageWire = z.looseObject({
  id: z.string(),
  created_at: z.number(),
  geography: z.string().nullish(),
  project_id: z.string(),
  provider: z.looseObject({ type: z.string() }),
  status: z.string(),
});

export const externalStorageSchema = z.object({
  id: z.string(),
  /** The bucket, or in Azure the container: what people know it by. */
  name: z.string(),
  type: z.string(),
  projectId: z.string(),
  createdAt: z.number(),
  geography: z.string(),
  /** `pending`, `validated`, `degraded` or `unhealthy`. */
  status: z.string(),
  /** What the cloud is called and asked by, by wire name. */
  values: z.record(z.string(), z.string()),
});
export type ExternalStorage = z.infer<typeof externalStorageSchema>;

// Longer than any resource name of the four clouds; an undo gives back what was kept.
const LONGEST_VALUE = 2048;

export function keepExternalStorage(answer: unknown): ExternalStorage {
  const storage = externalStorageWire.parse(answer);
  const { type, ...rest } = storage.provider;
  const values = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, oneLine(value, LONGEST_VALUE)]] : [],
    ),
  );
  return {
    id: storage.id,
    name: values['bucket'] ?? values['container'] ?? storage.id,
    type,
    projectId: storage.project_id,
    createdAt: storage.created_at * secondMs,
    geography: oneLine(storage.geography ?? '') || 'unknown',
    status: storage.status,
    values,
  };
}

export function keepExternalStorages(answer: unknown): ExternalStorage[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepExternalStorage);
}

/** The part of a connection that decides. Its state may change at any time without anybody's doing. */
export function externalStorageGuard({ id, type, projectId, values }: ExternalStorage) {
  return { id, type, projectId, values };
}
