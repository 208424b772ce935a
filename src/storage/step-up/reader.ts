import type { Kysely } from 'kysely';
import type { StepUpReader } from '#workflow/ports/step-up.ts';
import type { Database } from '../tables/database.ts';
import { enrolmentFromRow, passkeyFromRow, proofFromRow, seedFromRow, ticketFromRow } from './rows.ts';

// Far more than the people of a policy have between them; a list without an end would be read at every decision.
const MOST = 1000;
// More rights to enrol than this at a time nobody means.
const MOST_ENROLMENTS = 10;

export function createStepUpReader(db: Kysely<Database>): StepUpReader {
  const passkeys = () =>
    db.selectFrom('passkeys').selectAll().where('ended_at', 'is', null).orderBy('enrolled_at').limit(MOST);
  const seeds = () => db.selectFrom('code_seeds').selectAll();
  return {
    async proofsOf(request) {
      const rows = await db
        .selectFrom('decision_proofs')
        .selectAll()
        .where('request_id', '=', request)
        .orderBy('at')
        .limit(MOST)
        .execute();
      return rows.map(proofFromRow);
    },
    passkeys: async () => (await passkeys().execute()).map(passkeyFromRow),
    passkeysOf: async (person) => (await passkeys().where('person', '=', person).execute()).map(passkeyFromRow),
    async passkey(credentialId) {
      const row = await passkeys().where('credential_id', '=', credentialId).executeTakeFirst();
      return row === undefined ? null : passkeyFromRow(row);
    },
    seeds: async () => (await seeds().orderBy('enrolled_at').limit(MOST).execute()).map(seedFromRow),
    async seedOf(person) {
      const row = await seeds().where('person', '=', person).executeTakeFirst();
      return row === undefined ? null : seedFromRow(row);
    },
    async failuresOf(person) {
      const row = await db.selectFrom('code_failures').selectAll().where('person', '=', person).executeTakeFirst();
      return { count: row?.count ?? 0, lockedUntil: row?.locked_until ?? null };
    },
    async recoveryCodesOf(person) {
      const rows = await db.selectFrom('recovery_codes').selectAll().where('person', '=', person).execute();
      return rows.map(({ hash, used_at: usedAt }) => ({ hash, usedAt }));
    },
    async enrolmentsOf(person, now) {
      const rows = await db
        .selectFrom('enrolments')
        .selectAll()
        .where('person', '=', person)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .orderBy('id', 'desc')
        .limit(MOST_ENROLMENTS)
        .execute();
      return rows.map(enrolmentFromRow);
    },
    async ticket(hash, now) {
      const row = await db
        .selectFrom('tickets')
        .selectAll()
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row === undefined ? null : ticketFromRow(row);
    },
  };
}
