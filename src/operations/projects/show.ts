import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, utcMinute } from '#domain/instant.ts';
import { call } from '../call.ts';
import { agedList, knownKeySchema } from '../memory.ts';
import { read, recall } from '../need.ts';
import { keepMembers, membersSchema } from '../objects/member.ts';
import { keepProject, projectSchema } from '../objects/project.ts';
import { declareRead } from '../operation.ts';
import { whenRead } from '../when-read.ts';

export const showProject = declareRead({
  id: operationId('projects.show'),
  title: 'Show a project',
  summary: 'State, people and keys of one project.',
  example: '/openai projects show search-dev',
  fields: { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } },
  callBudget: 3,
  known: z.object({ project: projectSchema, members: membersSchema, keys: agedList(knownKeySchema) }),
  need: (ask, have) => {
    if (have.project !== undefined) return [];
    const params = { project_id: ask.input.project.id };
    return [
      read('project', { call: call('GET /organization/projects/{project_id}', { params }), keep: keepProject }),
      read('members', {
        call: call('GET /organization/projects/{project_id}/users', { params }),
        keep: keepMembers,
        pages: 'all',
      }),
      recall('keys', { of: 'keys', projectId: ask.input.project.id }),
    ];
  },
  view: (ask, { project, members, keys }) => {
    const owners = members.filter((member) => member.role === 'owner').map((member) => member.name);
    const input = { project: { id: project.id, name: project.name } };
    return {
      title: `Project ${project.name}`,
      parts: [
        {
          part: 'facts',
          facts: [
            { label: 'Id', value: project.id },
            { label: 'State', value: project.status },
            { label: 'Created', value: utcMinute(project.createdAt) },
            { label: 'Owners', value: owners.join(', ') || 'none listed' },
            { label: 'People', value: count(members.length, 'person', 'people') },
            { label: 'Keys', value: count(keys.items.length, 'key') },
          ],
        },
        whenRead(keys.asOf, ask.now),
        {
          part: 'actions',
          actions: [
            { label: 'Keys', operation: operationId('keys.list'), input, style: 'plain' },
            { label: 'Get an API key', operation: operationId('keys.issue'), input, style: 'plain' },
          ],
        },
      ],
    };
  },
});
