import type { Operation } from '../operation.ts';
import { createProjectRole } from './create-project.ts';
import { createRole } from './create.ts';
import { deleteProjectRole } from './delete-project.ts';
import { deleteRole } from './delete.ts';
import { listProjectRoles } from './list-project.ts';
import { listRoles } from './list.ts';
import { showProjectRole } from './show-project.ts';
import { showRole } from './show.ts';
import { updateProjectRole } from './update-project.ts';
import { updateRole } from './update.ts';

export const roleOperations: readonly Operation[] = [
  listRoles,
  showRole,
  createRole,
  updateRole,
  deleteRole,
  listProjectRoles,
  showProjectRole,
  createProjectRole,
  updateProjectRole,
  deleteProjectRole,
];
