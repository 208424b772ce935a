import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { foundSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { organizationUserSchema, type OrganizationUser } from '../objects/organization-user.ts';
import { sayPerson, userInput } from '../objects/person.ts';
import { heldRoleSchema } from '../objects/role.ts';
import { declareRead } from '../operation.ts';
import type { ViewAction } from '../view.ts';
import { heldSchema, needHeld } from './held.ts';
import { factsAbout, keysFound, keysHeld, projectsOf } from './portrait.ts';
import { needRoles, needUser, refuseGone } from './reach.ts';

function actionsFor(user: OrganizationUser): readonly ViewAction[] {
  const input = { user: userInput(user) };
  const other = user.role === 'owner' ? 'reader' : 'owner';
  return [
    {
      label: `Make ${other}`,
      operation: operationId('users.set-role'),
      input: { ...input, role: other },
      style: 'plain',
    },
    { label: 'Off-board', operation: operationId('users.offboard'), input, style: 'danger' },
  ];
}

export const showUser = declareRead({
  id: operationId('users.show'),
  title: 'Show a person',
  summary: 'Everything somebody can reach: role, projects, further roles and keys.',
  example: '/openai users show erin@acme.example',
  fields: { user: { kind: 'user', label: 'Person', hint: 'By e-mail, name, id or mention.', required: true } },
  callBudget: 2,
  known: z.object({
    user: organizationUserSchema.nullable(),
    roles: z.array(heldRoleSchema).nullable(),
    found: z.array(foundSchema),
    held: heldSchema.optional(),
  }),
  need: (ask, have) => {
    if (have.user !== undefined) return [];
    const { user } = ask.input;
    return [
      needUser(user),
      needRoles(user.id),
      recall('found', { of: 'search', text: user.email || user.name }),
      ...needHeld(user),
    ];
  },
  view: (ask, { user, roles, found, held }) => {
    if (user === null) return refuseGone(ask.input.user);
    return {
      title: sayPerson(user),
      parts: [
        factsAbout(user, roles),
        projectsOf(user),
        held === undefined ? keysFound(found) : keysHeld(held, ask.now),
        {
          part: 'note',
          text: 'Keys are those known so far: of projects that were read, as old as their lists. “status” says how old.',
        },
        { part: 'actions', actions: actionsFor(user) },
      ],
    };
  },
});
