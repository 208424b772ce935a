import type { Endpoint } from '../http/endpoint.ts';
import { adminApiKeyEndpoints } from './admin-api-keys.ts';
import { auditLogEndpoints } from './audit-logs.ts';
import { certificateEndpoints } from './certificates.ts';
import { costEndpoints } from './costs.ts';
import { dataRetentionEndpoints } from './data-retention.ts';
import { externalKeyEndpoints } from './external-keys.ts';
import { externalStorageEndpoints } from './external-storage.ts';
import { federationRuleEndpoints } from './federation-rules.ts';
import { groupEndpoints } from './groups.ts';
import { hostedToolPermissionEndpoints } from './hosted-tool-permissions.ts';
import { identityProviderEndpoints } from './identity-providers.ts';
import { inviteEndpoints } from './invites.ts';
import { modelPermissionEndpoints } from './model-permissions.ts';
import { projectApiKeyEndpoints } from './project-api-keys.ts';
import { projectGroupEndpoints } from './project-groups.ts';
import { projectRateLimitEndpoints } from './project-rate-limits.ts';
import { projectUserEndpoints } from './project-users.ts';
import { projectEndpoints } from './projects.ts';
import { roleAssignmentEndpoints } from './role-assignments.ts';
import { roleEndpoints } from './roles.ts';
import { serviceAccountKeyEndpoints } from './service-account-keys.ts';
import { serviceAccountEndpoints } from './service-accounts.ts';
import { serviceTierEndpoints } from './service-tier-settings.ts';
import { spendAlertEndpoints } from './spend-alerts.ts';
import { spendLimitEndpoints } from './spend-limits.ts';
import { usageEndpoints } from './usage.ts';
import { userEndpoints } from './users.ts';

/** Everything the emulator answers. A new family is one file of endpoints and one line here. */
export const endpointCatalogue: readonly Endpoint[] = [
  ...projectEndpoints,
  ...projectUserEndpoints,
  ...projectGroupEndpoints,
  ...serviceAccountEndpoints,
  ...serviceAccountKeyEndpoints,
  ...projectApiKeyEndpoints,
  ...projectRateLimitEndpoints,
  ...modelPermissionEndpoints,
  ...hostedToolPermissionEndpoints,
  ...serviceTierEndpoints,
  ...userEndpoints,
  ...inviteEndpoints,
  ...groupEndpoints,
  ...roleEndpoints,
  ...roleAssignmentEndpoints,
  ...adminApiKeyEndpoints,
  ...spendAlertEndpoints,
  ...spendLimitEndpoints,
  ...dataRetentionEndpoints,
  ...certificateEndpoints,
  ...externalKeyEndpoints,
  ...externalStorageEndpoints,
  ...identityProviderEndpoints,
  ...federationRuleEndpoints,
  ...usageEndpoints,
  ...costEndpoints,
  ...auditLogEndpoints,
];
