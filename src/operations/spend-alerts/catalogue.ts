import type { Operation } from '../operation.ts';
import { createOrganizationSpendAlert } from './create-organization.ts';
import { createSpendAlert } from './create.ts';
import { deleteOrganizationSpendAlert } from './delete-organization.ts';
import { deleteSpendAlert } from './delete.ts';
import { listOrganizationSpendAlerts } from './list-organization.ts';
import { listSpendAlerts } from './list.ts';
import { showOrganizationSpendAlert } from './show-organization.ts';
import { showSpendAlert } from './show.ts';
import { updateOrganizationSpendAlert } from './update-organization.ts';
import { updateSpendAlert } from './update.ts';

export const spendAlertOperations: readonly Operation[] = [
  listSpendAlerts,
  showSpendAlert,
  createSpendAlert,
  updateSpendAlert,
  deleteSpendAlert,
  listOrganizationSpendAlerts,
  showOrganizationSpendAlert,
  createOrganizationSpendAlert,
  updateOrganizationSpendAlert,
  deleteOrganizationSpendAlert,
];
