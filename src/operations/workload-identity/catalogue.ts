import type { Operation } from '../operation.ts';
import { createFederationRule } from './create-rule.ts';
import { createIdentityProvider } from './create.ts';
import { deleteFederationRule } from './delete-rule.ts';
import { deleteIdentityProvider } from './delete.ts';
import { listIdentityProviders } from './list.ts';
import { showFederationRule } from './show-rule.ts';
import { showIdentityProvider } from './show.ts';
import { updateFederationRule } from './update-rule.ts';
import { updateIdentityProvider } from './update.ts';

export const workloadIdentityOperations: readonly Operation[] = [
  listIdentityProviders,
  showIdentityProvider,
  createIdentityProvider,
  updateIdentityProvider,
  deleteIdentityProvider,
  showFederationRule,
  createFederationRule,
  updateFederationRule,
  deleteFederationRule,
];
