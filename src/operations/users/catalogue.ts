import type { Operation } from '../operation.ts';
import { listUsers } from './list.ts';
import { offboardUser } from './offboard.ts';
import { onboardUser } from './onboard.ts';
import { removeUser } from './remove.ts';
import { setUserRole } from './set-role.ts';
import { showUser } from './show.ts';
import { whoami } from './whoami.ts';

export const userOperations: readonly Operation[] = [
  listUsers,
  showUser,
  whoami,
  onboardUser,
  offboardUser,
  setUserRole,
  removeUser,
];
