import type { Operation } from '../operation.ts';
import { removeOrganizationSpendLimit } from './remove-organization.ts';
import { removeSpendLimit } from './remove.ts';
import { setOrganizationSpendLimit } from './set-organization.ts';
import { setSpendLimit } from './set.ts';
import { showOrganizationSpendLimit } from './show-organization.ts';
import { showSpendLimit } from './show.ts';

export const spendLimitOperations: readonly Operation[] = [
  showSpendLimit,
  setSpendLimit,
  removeSpendLimit,
  showOrganizationSpendLimit,
  setOrganizationSpendLimit,
  removeOrganizationSpendLimit,
];
