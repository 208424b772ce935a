import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { read } from '../need.ts';
import { keepRole, roleSchema } from '../objects/role.ts';
import { declareRead } from '../operation.ts';
import { inProject, roleOfProject } from './fields.ts';
import { projectRoles } from './place.ts';
import { viewRole } from './view.ts';

export const showProjectRole = declareRead({
  id: operationId('roles.show-project'),
  title: 'Show a role of a project',
  summary: 'What a role allows in its project.',
  example: '/openai roles show-project search-dev --role "Key reader"',
  fields: { project: inProject, role: roleOfProject },
  callBudget: 1,
  known: z.object({ role: roleSchema.nullable() }),
  need: (ask, have) =>
    have.role === undefined
      ? [
          read('role', {
            call: projectRoles(ask.input.project).one(ask.input.role.id),
            keep: keepRole,
            absent: 'null',
          }),
        ]
      : [],
  view: (ask, { role }) => viewRole(projectRoles(ask.input.project), ask.input.role, role),
});
