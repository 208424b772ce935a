import type { Operation } from '../operation.ts';
import { addAccountKey } from './add-key.ts';
import { createAccount } from './create.ts';
import { deleteAccount } from './delete.ts';
import { listAccounts } from './list.ts';
import { showAccount } from './show.ts';
import { updateAccount } from './update.ts';

export const accountOperations: readonly Operation[] = [
  listAccounts,
  showAccount,
  createAccount,
  addAccountKey,
  updateAccount,
  deleteAccount,
];
