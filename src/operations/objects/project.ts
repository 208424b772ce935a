import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

/** `Project` (OpenAI API reference, 2026-11): name and status are optional in the type; times are Unix seconds. */
export const projectWire = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  created_at: z.number(),
  status: z.string().nullish(),
});

export const projectSchema = z.object({ id: z.string(), name: z.string(), status: z.string(), createdAt: z.number() });
export type Project = z.infer<typeof projectSchema>;

export function keepProject(answer: unknown): Project {
  const project = projectWire.parse(answer);
  return {
    id: project.id,
    name: oneLine(project.name ?? project.id),
    status: project.status ?? 'active',
    createdAt: project.created_at * secondMs,
  };
}

export function keepProjects(answer: unknown): Project[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepProject);
}
