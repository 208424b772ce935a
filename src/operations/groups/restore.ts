import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { agedList, knownUserSchema } from '../memory.ts';
import { type Need, recall } from '../need.ts';
import { groupSchema } from '../objects/group.ts';
import { roleSchema } from '../objects/role.ts';
import { declareChange } from '../operation.ts';
import { needRoles } from '../roles/create-plan.ts';
import { organizationRoles } from '../roles/place.ts';
import { groupName } from './fields.ts';
import { readGroups } from './reads.ts';
import { projectRoleOf } from './restore-input.ts';
import { planRestore } from './restore-plan.ts';
import { readProjectRoles, restorableOf } from './restorable.ts';
import { knownProjects, MOST_PROJECTS, readProjects } from './standing.ts';

const ids = {
  kind: 'words',
  most: 49,
  pattern: /^[\w.:@-]+$/,
  patternHint: 'Write ids, separated by commas.',
  allowed: null,
  required: false,
} as const;

const fields = {
  name: groupName,
  members: { ...ids, label: 'Members', hint: 'Ids of people, separated by commas.' },
  roles: { ...ids, label: 'Roles in the organization', hint: 'Ids of roles, separated by commas.' },
  projects: {
    ...ids,
    label: 'Roles in projects',
    hint: 'Project and role as proj_1:role_2, separated by commas.',
    pattern: /^[\w.@-]+:[\w.:@-]+$/,
    patternHint: 'Write each as the id of the project, a colon and the id of the role.',
  },
} as const;
type Input = InputOf<typeof fields>;

const known = z
  .object({
    groups: z.array(groupSchema),
    roles: z.array(roleSchema).optional(),
    users: agedList(knownUserSchema).optional(),
    projects: knownProjects.optional(),
  })
  .catchall(z.unknown());

function need(input: Input, have: Partial<z.infer<typeof known>>): readonly Need[] | Refusal {
  const projectIds = [...new Set((input.projects ?? []).map((word) => projectRoleOf(word).projectId))];
  if (projectIds.length > MOST_PROJECTS) {
    return refuse('groups.too-many-projects', {
      what: `A group cannot be put into ${projectIds.length} projects by one request.`,
      rule: `At most ${MOST_PROJECTS}: the roles of each have to be read first, and OpenAI answers about six reads a minute.`,
    });
  }
  if (have.groups !== undefined) return [];
  return [
    readGroups(),
    ...(input.roles === null ? [] : [needRoles(organizationRoles())]),
    ...(input.members === null ? [] : [recall('users', { of: 'users' })]),
    ...(input.projects === null ? [] : [readProjects(), ...projectIds.map(readProjectRoles)]),
  ];
}

export const restoreGroup = declareChange({
  id: operationId('groups.restore'),
  tier: 'destructive',
  title: 'Make a deleted group again',
  summary:
    'A new group with the members, the roles and the projects of one that was deleted. Undoing a deletion asks for this.',
  example: '/openai groups restore Support --members user-1,user-2 --roles role_1 --reason "deleted by mistake"',
  fields,
  callBudget: 2 + MOST_PROJECTS,
  known,
  need: (ask, have) => need(ask.input, have),
  plan: (ask, have) => planRestore(ask, restorableOf(ask.input, have), have.groups),
});
