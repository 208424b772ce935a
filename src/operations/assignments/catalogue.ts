import type { Operation } from '../operation.ts';
import { assignGroup } from './assign-group.ts';
import { assignProjectGroup } from './assign-project-group.ts';
import { assignProjectUser } from './assign-project-user.ts';
import { assignUser } from './assign-user.ts';
import { listGroupRoles } from './list-group.ts';
import { listProjectGroupRoles } from './list-project-group.ts';
import { listProjectUserRoles } from './list-project-user.ts';
import { listUserRoles } from './list-user.ts';
import { unassignGroup } from './unassign-group.ts';
import { unassignProjectGroup } from './unassign-project-group.ts';
import { unassignProjectUser } from './unassign-project-user.ts';
import { unassignUser } from './unassign-user.ts';

export const assignmentOperations: readonly Operation[] = [
  listUserRoles,
  assignUser,
  unassignUser,
  listGroupRoles,
  assignGroup,
  unassignGroup,
  listProjectUserRoles,
  assignProjectUser,
  unassignProjectUser,
  listProjectGroupRoles,
  assignProjectGroup,
  unassignProjectGroup,
];
