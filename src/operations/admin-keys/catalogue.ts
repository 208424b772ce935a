import type { Operation } from '../operation.ts';
import { createAdminKey } from './create.ts';
import { deleteAdminKey } from './delete.ts';
import { listAdminKeys } from './list.ts';
import { showAdminKey } from './show.ts';

export const adminKeyOperations: readonly Operation[] = [listAdminKeys, showAdminKey, createAdminKey, deleteAdminKey];
