import type { Operation } from '../operation.ts';
import { addProjectGroup } from './add.ts';
import { listProjectGroups } from './list.ts';
import { removeProjectGroup } from './remove.ts';
import { showProjectGroup } from './show.ts';

export const projectGroupOperations: readonly Operation[] = [
  listProjectGroups,
  showProjectGroup,
  addProjectGroup,
  removeProjectGroup,
];
