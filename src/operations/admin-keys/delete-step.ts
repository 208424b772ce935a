import type { AdminKey } from '../objects/admin-key.ts';
import type { Step } from '../plan.ts';
import { callTemplate, deleteStep } from '../step.ts';

export function deleteAdminKeyStep(key: AdminKey): Step {
  const params = { key_id: key.id };
  return deleteStep({
    id: `admin-key-${key.id}`,
    title: `Delete the admin key ${key.name} (${key.redacted})`,
    call: callTemplate('DELETE /organization/admin_api_keys/{key_id}', { params }),
    read: callTemplate('GET /organization/admin_api_keys/{key_id}', { params }),
  });
}
