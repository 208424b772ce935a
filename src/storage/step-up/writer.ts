import type { Transaction } from 'kysely';
import { proofJson } from '#approvals/proof.ts';
import type { StepUpWriter } from '#workflow/ports/step-up.ts';
import { toJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import { createStepUpReader } from './reader.ts';
import { enrolmentFromRow, passkeyToRow, seedToRow, ticketToRow } from './rows.ts';

type Codes = Pick<
  StepUpWriter,
  'putSeed' | 'useStep' | 'putFailures' | 'putRecoveryCodes' | 'useRecoveryCode' | 'reset'
>;

function writeCodes(trx: Transaction<Database>): Codes {
  return {
    async putSeed(seed) {
      await trx.deleteFrom('code_seeds').where('person', '=', seed.person).execute();
      await trx.insertInto('code_seeds').values(seedToRow(seed)).execute();
    },
    async useStep(person, timeStep) {
      const { numUpdatedRows } = await trx
        .updateTable('code_seeds')
        .set({ last_step: timeStep })
        .where('person', '=', person)
        .where('last_step', '<', timeStep)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async putFailures(person, { count, lockedUntil }) {
      const row = { count, locked_until: lockedUntil };
      await trx
        .insertInto('code_failures')
        .values({ person, ...row })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
        .execute();
    },
    async putRecoveryCodes(person, hashes) {
      await trx.deleteFrom('recovery_codes').where('person', '=', person).execute();
      const rows = hashes.map((hash) => ({ person, hash, used_at: null }));
      await trx.insertInto('recovery_codes').values(rows).execute();
    },
    async useRecoveryCode(person, hash, at) {
      const { numUpdatedRows } = await trx
        .updateTable('recovery_codes')
        .set({ used_at: at })
        .where('person', '=', person)
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async reset(person, at) {
      await trx
        .updateTable('passkeys')
        .set({ ended_at: at })
        .where('person', '=', person)
        .where('ended_at', 'is', null)
        .execute();
      await trx.deleteFrom('code_seeds').where('person', '=', person).execute();
      await trx.deleteFrom('recovery_codes').where('person', '=', person).execute();
      for (const table of ['enrolments', 'tickets'] as const) {
        await trx
          .updateTable(table)
          .set({ used_at: at })
          .where('person', '=', person)
          .where('used_at', 'is', null)
          .execute();
      }
    },
  };
}

/** The writer of everything that proves presence. */
export function createStepUpWriter(trx: Transaction<Database>): StepUpWriter {
  return {
    ...createStepUpReader(trx),
    ...writeCodes(trx),
    async keepProof(request, { person, proof, at }) {
      const row = { request_id: request, person, proof: toJsonText(proofJson(proof)), at };
      await trx.insertInto('decision_proofs').values(row).execute();
    },
    async insertPasskey(passkey) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('passkeys')
        .values(passkeyToRow(passkey))
        .onConflict((conflict) => conflict.column('credential_id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async counted(credentialId, counter) {
      await trx.updateTable('passkeys').set({ counter }).where('credential_id', '=', credentialId).execute();
    },
    async grantEnrolment({ person, name, origin, requestId, opensAt, expiresAt, coolingMs }) {
      const times = { opens_at: opensAt, expires_at: expiresAt, cooling_ms: coolingMs, used_at: null };
      const row = await trx
        .insertInto('enrolments')
        .values({ person, name, origin, request_id: requestId, ...times })
        .returningAll()
        .executeTakeFirstOrThrow();
      return enrolmentFromRow(row);
    },
    async useEnrolment(id, at) {
      const { numUpdatedRows } = await trx
        .updateTable('enrolments')
        .set({ used_at: at })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .where('opens_at', '<=', at)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async putTicket(ticket) {
      await trx.insertInto('tickets').values(ticketToRow(ticket)).execute();
    },
    async useTicket(hash, at) {
      const { numUpdatedRows } = await trx
        .updateTable('tickets')
        .set({ used_at: at })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async forgetTickets(before) {
      await trx.deleteFrom('tickets').where('expires_at', '<', before).execute();
    },
  };
}
