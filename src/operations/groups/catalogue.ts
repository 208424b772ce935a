import type { Operation } from '../operation.ts';
import { addGroupMember } from './add-member.ts';
import { createGroup } from './create.ts';
import { deleteGroup } from './delete.ts';
import { listGroups } from './list.ts';
import { listGroupMembers } from './members.ts';
import { removeGroupMember } from './remove-member.ts';
import { renameGroup } from './rename.ts';
import { restoreGroup } from './restore.ts';
import { showGroup } from './show.ts';

export const groupOperations: readonly Operation[] = [
  listGroups,
  showGroup,
  listGroupMembers,
  createGroup,
  renameGroup,
  addGroupMember,
  removeGroupMember,
  deleteGroup,
  restoreGroup,
];
