import type { Kysely, Selectable } from 'kysely';
import { requestId } from '#domain/ids.ts';
import type { Policy } from '#policy/policy.ts';
import type { AdoptedPolicy, Adoption, PolicyReader } from '#workflow/ports/policies.ts';
import { fromJsonText } from '../json-text.ts';
import { pageSize } from '../page-size.ts';
import type { Database } from '../tables/database.ts';
import type { PoliciesTable } from '../tables/policies.ts';

// A policy changes a few times a month; the list is for people, who look at the last ones.
const MAX_LISTED = 50;

export function policyFromRow(row: Selectable<PoliciesTable>): AdoptedPolicy {
  return {
    id: row.id,
    digest: row.digest,
    text: row.text,
    file: row.file,
    policy: fromJsonText(row.canonical) as Policy,
    how: row.how as Adoption,
    requestId: row.request_id === null ? null : requestId(row.request_id),
    at: row.at,
  };
}

export function createPolicyReader(db: Kysely<Database>): PolicyReader {
  const newest = db.selectFrom('policies').selectAll().orderBy('id', 'desc');
  const first = async (query: typeof newest): Promise<AdoptedPolicy | null> => {
    const row = await query.limit(1).executeTakeFirst();
    return row === undefined ? null : policyFromRow(row);
  };
  return {
    inForce: () => first(newest),
    find: (id) => first(newest.where('id', '=', id)),
    byDigest: (digest) => first(newest.where('digest', '=', digest)),
    async history(limit) {
      return (await newest.limit(pageSize(limit, MAX_LISTED)).execute()).map(policyFromRow);
    },
  };
}
