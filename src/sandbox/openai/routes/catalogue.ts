import type { Endpoint } from '../http/endpoint.ts';
import { adminApiKeyEndpoints } from './admin-api-keys.ts';
import { auditLogEndpoints } from './audit-logs.ts';
import { inviteEndpoints } from './invites.ts';
import { projectApiKeyEndpoints } from './project-api-keys.ts';
import { projectUserEndpoints } from './project-users.ts';
import { projectEndpoints } from './projects.ts';
import { serviceAccountKeyEndpoints } from './service-account-keys.ts';
import { serviceAccountEndpoints } from './service-accounts.ts';
import { userEndpoints } from './users.ts';

/** Everything the emulator answers. A new family is one file of endpoints and one line here. */
export const endpointCatalogue: readonly Endpoint[] = [
  ...projectEndpoints,
  ...projectUserEndpoints,
  ...serviceAccountEndpoints,
  ...serviceAccountKeyEndpoints,
  ...projectApiKeyEndpoints,
  ...userEndpoints,
  ...inviteEndpoints,
  ...adminApiKeyEndpoints,
  ...auditLogEndpoints,
];
