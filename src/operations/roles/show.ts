import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { read } from '../need.ts';
import { keepRole, roleSchema } from '../objects/role.ts';
import { declareRead } from '../operation.ts';
import { roleOfOrganization } from './fields.ts';
import { organizationRoles } from './place.ts';
import { viewRole } from './view.ts';

const place = organizationRoles();

export const showRole = declareRead({
  id: operationId('roles.show'),
  title: 'Show a role',
  summary: 'What a role of the organization allows.',
  example: '/openai roles show "Group manager"',
  fields: { role: roleOfOrganization },
  callBudget: 1,
  known: z.object({ role: roleSchema.nullable() }),
  need: (ask, have) =>
    have.role === undefined
      ? [read('role', { call: place.one(ask.input.role.id), keep: keepRole, absent: 'null' })]
      : [],
  view: (ask, { role }) => viewRole(place, ask.input.role, role),
});
