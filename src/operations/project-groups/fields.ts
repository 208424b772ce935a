import { aGroup } from '../groups/fields.ts';
import { roleOfProject } from '../roles/fields.ts';

/** Any group of the organization: one to be added. */
export const groupToAdd = { ...aGroup, hint: 'A group of the organization, by name or id.' } as const;

export const firstRole = { ...roleOfProject, hint: 'What the group is in the project: Project Member.' } as const;

/** Only an undo needs more than one role at once, so they are named by id. */
export const moreRoles = {
  kind: 'words',
  label: 'Further roles',
  hint: 'Ids of roles of that project, separated by commas.',
  required: false,
  most: 20,
  pattern: /^[\w.:@-]+$/,
  patternHint: 'Write ids, separated by commas.',
  allowed: null,
} as const;
