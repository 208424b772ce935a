import type { OperationId } from '#domain/ids.ts';
import type { Inverse } from '../plan.ts';

type Verdict = Inverse['verdict'];

/** What comes back in the ordinary case, where that is not everything. A test holds each to what undoing it came to in the sandbox. */
const notExact: Readonly<Record<string, readonly Verdict[]>> = {
  'accounts.delete': ['partial'],
  'admin-keys.delete': ['partial'],
  'certificates.delete': ['recreate'],
  'external-keys.remove': ['recreate'],
  'external-keys.validate': ['none'],
  'external-storage.register-aws': ['partial'],
  'external-storage.register-azure': ['partial'],
  'external-storage.register-gcp': ['partial'],
  'external-storage.register-oci': ['partial'],
  'external-storage.remove': ['recreate'],
  'external-storage.validate': ['none'],
  'freezes.thaw': ['none'],
  'groups.delete': ['recreate'],
  'invites.send': ['partial'],
  'invites.withdraw': ['recreate'],
  'keys.limit': ['exact', 'partial', 'none'],
  'keys.revoke': ['none'],
  'projects.archive': ['none'],
  'projects.close': ['none'],
  'projects.configure': ['exact', 'partial'],
  'projects.complete': ['partial', 'exact', 'none'],
  'projects.contain': ['partial'],
  'projects.copy-settings': ['partial'],
  'projects.create': ['partial'],
  'projects.open': ['partial'],
  'projects.playground': ['partial'],
  'rate-limits.set': ['partial'],
  'retention.set-organization': ['partial'],
  'roles.delete': ['partial'],
  'roles.delete-project': ['partial'],
  'spend-alerts.delete': ['recreate'],
  'spend-alerts.delete-organization': ['recreate'],
  'users.offboard': ['exact', 'partial'],
  'users.onboard': ['exact', 'partial'],
  'users.remove': ['partial'],
  'workload-identity.delete': ['recreate'],
  'workload-identity.delete-rule': ['recreate'],
};

/** How far a change can usually be undone; the plan says it for the case at hand. */
export function usualUndo(operation: OperationId): readonly Verdict[] {
  return notExact[operation] ?? ['exact'];
}
