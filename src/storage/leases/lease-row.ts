import type { Selectable } from 'kysely';
import type { IssuedKey } from '#operations/memory.ts';
import type { LeasesTable } from '../tables/leases.ts';

export function leaseToRow(lease: IssuedKey): LeasesTable {
  return {
    key_id: lease.keyId,
    account_id: lease.accountId,
    project_id: lease.projectId,
    project_name: lease.projectName,
    name: lease.name,
    owner_slack_id: lease.ownerSlackId,
    purpose: lease.purpose,
    ends_at: lease.endsAt,
    request_id: lease.requestId,
    ended_at: lease.endedAt,
  };
}

export function leaseFromRow(row: Selectable<LeasesTable>): IssuedKey {
  return {
    keyId: row.key_id,
    accountId: row.account_id,
    projectId: row.project_id,
    projectName: row.project_name,
    name: row.name,
    ownerSlackId: row.owner_slack_id,
    purpose: row.purpose,
    endsAt: row.ends_at,
    requestId: row.request_id,
    endedAt: row.ended_at,
  };
}
