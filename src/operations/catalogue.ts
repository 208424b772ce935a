import { accountOperations } from './accounts/catalogue.ts';
import { adminKeyOperations } from './admin-keys/catalogue.ts';
import { assignmentOperations } from './assignments/catalogue.ts';
import { auditLogOperations } from './audit-log/catalogue.ts';
import { certificateOperations } from './certificates/catalogue.ts';
import { costOperations } from './costs/catalogue.ts';
import { debtOperations } from './debts/catalogue.ts';
import { externalKeyOperations } from './external-keys/catalogue.ts';
import { externalStorageOperations } from './external-storage/catalogue.ts';
import { freezeOperations } from './freezes/catalogue.ts';
import { groupOperations } from './groups/catalogue.ts';
import { inviteOperations } from './invites/catalogue.ts';
import { keyOperations } from './keys/catalogue.ts';
import { memberOperations } from './members/catalogue.ts';
import { modelOperations } from './models/catalogue.ts';
import { peopleOperations } from './people/catalogue.ts';
import { policyOperations } from './policy/catalogue.ts';
import { projectGroupOperations } from './project-groups/catalogue.ts';
import { orderOperations } from './orders/catalogue.ts';
import { organizationOperations } from './organization/catalogue.ts';
import { projectOperations } from './projects/catalogue.ts';
import { rateLimitOperations } from './rate-limits/catalogue.ts';
import { requestOperations } from './requests/catalogue.ts';
import { retentionOperations } from './retention/catalogue.ts';
import { roleOperations } from './roles/catalogue.ts';
import { rolloutOperations } from './rollout/catalogue.ts';
import { serviceTierOperations } from './service-tiers/catalogue.ts';
import { spendAlertOperations } from './spend-alerts/catalogue.ts';
import { spendLimitOperations } from './spend-limits/catalogue.ts';
import { stepUpOperations } from './step-up/catalogue.ts';
import { toolOperations } from './tools/catalogue.ts';
import { usageOperations } from './usage/catalogue.ts';
import { userOperations } from './users/catalogue.ts';
import { workloadIdentityOperations } from './workload-identity/catalogue.ts';
import type { Operation } from './operation.ts';

/** Every operation there is, family by family, in the order in which help lists them. */
export const catalogue: readonly Operation[] = [
  ...keyOperations,
  ...accountOperations,
  ...projectOperations,
  ...memberOperations,
  ...userOperations,
  ...inviteOperations,
  ...adminKeyOperations,
  ...groupOperations,
  ...roleOperations,
  ...assignmentOperations,
  ...projectGroupOperations,
  ...rateLimitOperations,
  ...modelOperations,
  ...toolOperations,
  ...serviceTierOperations,
  ...spendAlertOperations,
  ...spendLimitOperations,
  ...costOperations,
  ...usageOperations,
  ...retentionOperations,
  ...certificateOperations,
  ...externalKeyOperations,
  ...externalStorageOperations,
  ...workloadIdentityOperations,
  ...auditLogOperations,
  ...organizationOperations,
  ...requestOperations,
  ...peopleOperations,
  ...freezeOperations,
  ...stepUpOperations,
  ...debtOperations,
  ...orderOperations,
  ...policyOperations,
  ...rolloutOperations,
];

const byId = new Map<string, Operation>(catalogue.map((operation) => [operation.id, operation]));

export function findOperation(id: string): Operation | null {
  return byId.get(id) ?? null;
}
