import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import type { ProjectRef } from '../field.ts';
import { type Member, membersSchema } from '../objects/member.ts';
import { projectSchema } from '../objects/project.ts';
import { declareRead } from '../operation.ts';
import { needInside, refOf } from '../projects/inside.ts';
import type { ViewRow } from '../view.ts';
import { projectField } from './fields.ts';
import { membershipInput, needMembers } from './membership.ts';

function rowOf(project: ProjectRef, member: Member): ViewRow {
  const input = membershipInput(project, member);
  return {
    cells: [
      member.name,
      member.email ?? 'unknown',
      member.role,
      member.addedAt === null ? 'unknown' : utcMinute(member.addedAt),
    ],
    actions: [
      { label: 'Show', operation: operationId('members.show'), input, style: 'plain' },
      { label: 'Remove', operation: operationId('members.remove'), input, style: 'danger' },
    ],
  };
}

export const listMembers = declareRead({
  id: operationId('members.list'),
  title: 'List a project’s members',
  summary: 'Everybody who was added to a project, with role and since when.',
  example: '/openai members list search-dev',
  fields: { project: projectField },
  callBudget: 2,
  known: z.object({ project: projectSchema, members: membersSchema }),
  need: (ask, have) =>
    needInside(have, {
      family: 'members',
      ref: ask.input.project,
      rest: () => (have.members === undefined ? [needMembers(ask.input.project)] : []),
    }),
  view: (_ask, have) => {
    const project = refOf(have.project);
    return {
      title: `Members of ${project.name}`,
      parts: [
        {
          part: 'rows',
          columns: ['Name', 'E-mail', 'Role', 'Since'],
          rows: have.members.map((member) => rowOf(project, member)),
          empty: 'Nobody was added to it.',
        },
        { part: 'note', text: 'Who comes in through a group alone is not listed here.' },
        {
          part: 'actions',
          actions: [
            { label: 'Add somebody', operation: operationId('members.add'), input: { project }, style: 'plain' },
          ],
        },
      ],
    };
  },
});
