import type { Operation } from '../operation.ts';
import { addMember } from './add.ts';
import { listMembers } from './list.ts';
import { removeMember } from './remove.ts';
import { setMemberRole } from './set-role.ts';
import { showMember } from './show.ts';

export const memberOperations: readonly Operation[] = [listMembers, showMember, addMember, setMemberRole, removeMember];
