import type { Operation } from '../operation.ts';
import { setOrganizationRetention } from './set-organization.ts';
import { setRetention } from './set.ts';
import { showOrganizationRetention } from './show-organization.ts';
import { showRetention } from './show.ts';

export const retentionOperations: readonly Operation[] = [
  showRetention,
  setRetention,
  showOrganizationRetention,
  setOrganizationRetention,
];
