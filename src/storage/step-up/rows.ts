import type { Insertable, Selectable } from 'kysely';
import type { Proof } from '#approvals/proof.ts';
import { personId, requestId, slackUserId } from '#domain/ids.ts';
import type {
  CodeSeed,
  Enrolment,
  EnrolmentOrigin,
  KeptProof,
  Passkey,
  Ticket,
  TicketPurpose,
} from '#workflow/ports/step-up.ts';
import { fromJsonText } from '../json-text.ts';
import type {
  CodeSeedsTable,
  DecisionProofsTable,
  EnrolmentsTable,
  PasskeysTable,
  TicketsTable,
} from '../tables/step-up.ts';

/** Only this program writes the column, from a proof. */
export function proofFromRow(row: Selectable<DecisionProofsTable>): KeptProof {
  return { person: personId(row.person), proof: fromJsonText(row.proof) as Proof, at: row.at };
}

const enrolledOf = (row: Pick<PasskeysTable, 'person' | 'origin' | 'enrolled_at' | 'counts_from'>) => ({
  person: personId(row.person),
  origin: row.origin as EnrolmentOrigin,
  enrolledAt: row.enrolled_at,
  countsFrom: row.counts_from,
});

export function passkeyFromRow(row: Selectable<PasskeysTable>): Passkey {
  return { ...enrolledOf(row), credentialId: row.credential_id, publicKey: row.public_key, counter: row.counter };
}

export function passkeyToRow(passkey: Passkey): Insertable<PasskeysTable> {
  return {
    credential_id: passkey.credentialId,
    person: passkey.person,
    public_key: passkey.publicKey,
    counter: passkey.counter,
    origin: passkey.origin,
    enrolled_at: passkey.enrolledAt,
    counts_from: passkey.countsFrom,
    ended_at: null,
  };
}

export function seedFromRow(row: Selectable<CodeSeedsTable>): CodeSeed {
  return { ...enrolledOf(row), sealed: row.sealed, lastStep: row.last_step };
}

export function seedToRow(seed: CodeSeed): CodeSeedsTable {
  const { person, sealed, origin } = seed;
  const times = { enrolled_at: seed.enrolledAt, counts_from: seed.countsFrom };
  return { person, sealed, origin, last_step: seed.lastStep, ...times };
}

export function enrolmentFromRow(row: Selectable<EnrolmentsTable>): Enrolment {
  return {
    id: row.id,
    person: personId(row.person),
    name: row.name,
    origin: row.origin as EnrolmentOrigin,
    requestId: row.request_id === null ? null : requestId(row.request_id),
    opensAt: row.opens_at,
    expiresAt: row.expires_at,
    coolingMs: row.cooling_ms,
  };
}

export function ticketFromRow(row: Selectable<TicketsTable>): Ticket {
  return {
    hash: row.hash,
    purpose: row.purpose as TicketPurpose,
    person: personId(row.person),
    slackId: slackUserId(row.slack_id),
    name: row.name,
    requestId: row.request_id === null ? null : requestId(row.request_id),
    digest: row.digest,
    enrolmentId: row.enrolment_id,
    challenge: row.challenge,
    expiresAt: row.expires_at,
  };
}

export function ticketToRow(ticket: Ticket): Insertable<TicketsTable> {
  const { hash, purpose, person, name, digest, challenge } = ticket;
  return {
    hash,
    purpose,
    person,
    slack_id: ticket.slackId,
    name,
    request_id: ticket.requestId,
    digest,
    enrolment_id: ticket.enrolmentId,
    challenge,
    expires_at: ticket.expiresAt,
    used_at: null,
  };
}
