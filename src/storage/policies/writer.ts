import type { Transaction } from 'kysely';
import { canonicalJson } from '#domain/canonical.ts';
import type { PolicyWriter } from '#workflow/ports/policies.ts';
import type { Database } from '../tables/database.ts';
import { createPolicyReader, policyFromRow } from './reader.ts';

export function createPolicyWriter(trx: Transaction<Database>): PolicyWriter {
  return {
    ...createPolicyReader(trx),
    async adopt({ digest, text, file, policy, how, requestId, at }) {
      const row = await trx
        .insertInto('policies')
        .values({ digest, text, file, canonical: canonicalJson(policy), how, request_id: requestId, at })
        .returningAll()
        .executeTakeFirstOrThrow();
      return policyFromRow(row);
    },
  };
}
