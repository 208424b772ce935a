import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { agedList, knownProjectSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import { whenRead } from '../when-read.ts';

export const listProjects = declareRead({
  id: operationId('projects.list'),
  title: 'List projects',
  summary: 'Every active project of the organization.',
  example: '/openai projects list',
  fields: {},
  callBudget: 1,
  known: z.object({ projects: agedList(knownProjectSchema) }),
  need: (_ask, have) => (have.projects === undefined ? [recall('projects', { of: 'projects' })] : []),
  view: (ask, { projects }) => ({
    title: 'Projects',
    parts: [
      {
        part: 'rows',
        columns: ['Name', 'Id', 'Created'],
        rows: projects.items.map((project) => ({
          cells: [project.name, project.id, utcMinute(project.createdAt)],
          actions: [
            {
              label: 'Show',
              operation: operationId('projects.show'),
              input: { project: { id: project.id, name: project.name } },
              style: 'plain',
            },
            {
              label: 'Keys',
              operation: operationId('keys.list'),
              input: { project: { id: project.id, name: project.name } },
              style: 'plain',
            },
          ],
        })),
        empty: 'No project is visible.',
      },
      whenRead(projects.asOf, ask.now),
    ],
  }),
});
