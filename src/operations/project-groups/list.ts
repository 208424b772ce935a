import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { type ProjectGroup, projectGroupSchema } from '../objects/project-group.ts';
import { declareRead } from '../operation.ts';
import { inProject } from '../roles/fields.ts';
import type { ProjectRef } from '../field.ts';
import type { ViewRow } from '../view.ts';
import { groupActions } from './group-actions.ts';
import { readProjectGroups } from './reads.ts';

function rowOf(project: ProjectRef, group: ProjectGroup): ViewRow {
  const show = {
    label: 'Show',
    operation: operationId('project-groups.show'),
    input: { project: { ...project }, group: { id: group.id, name: group.name } },
    style: 'plain',
  } as const;
  const level = group.type === 'tenant_group' ? 'the level above' : 'the organization';
  return {
    cells: [group.name, level, utcMinute(group.addedAt), group.id],
    actions: [show, ...groupActions(project, group)],
  };
}

export const listProjectGroups = declareRead({
  id: operationId('project-groups.list'),
  title: 'List the groups of a project',
  summary: 'Every group that is in a project, and since when.',
  example: '/openai project-groups list search-dev',
  fields: { project: inProject },
  callBudget: 1,
  known: z.object({ groups: z.array(projectGroupSchema) }),
  need: (ask, have) => (have.groups === undefined ? [readProjectGroups(ask.input.project)] : []),
  view: (ask, { groups }) => {
    const { project } = ask.input;
    const input = { project: { ...project } };
    return {
      title: `Groups in ${project.name}`,
      parts: [
        {
          part: 'rows',
          columns: ['Name', 'From', 'Since', 'Id'],
          rows: groups.map((group) => rowOf(project, group)),
          empty: `No group is in ${project.name}.`,
        },
        {
          part: 'actions',
          actions: [{ label: 'Add a group', operation: operationId('project-groups.add'), input, style: 'plain' }],
        },
      ],
    };
  },
});
