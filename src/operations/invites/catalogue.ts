import type { Operation } from '../operation.ts';
import { listInvites } from './list.ts';
import { sendInvite } from './send.ts';
import { showInvite } from './show.ts';
import { withdrawInvite } from './withdraw.ts';

export const inviteOperations: readonly Operation[] = [listInvites, showInvite, sendInvite, withdrawInvite];
