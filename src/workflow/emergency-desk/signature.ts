import { decisionChallenge } from '#approvals/decision-challenge.ts';
import { warrantOf } from '#approvals/warrant.ts';
import type { PersonId } from '#domain/ids.ts';
import type { House } from '../house.ts';
import type { Signed } from '../ports/presence.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import { isLocked } from '../step-up/failures.ts';
import { heldProof } from '../step-up/held-proof.ts';

/** What the requester’s passkey signs at the desk: that this is to be stopped, exactly as it stands under the digest. */
export function stopChallenge(house: House, { terms, digest }: PlannedRequest): string {
  const { id: requestId, requester } = terms;
  const { deployment } = house;
  return decisionChallenge({ deployment, requestId, digest, decision: 'stop', person: requester.personId });
}

/** Whose passkey an answer claims to be signed with, and the signature if it holds; null for no passkey that counts here now. */
export async function signatureOf(
  house: House,
  { answer, challenge }: { readonly answer: unknown; readonly challenge: string },
): Promise<{ readonly person: PersonId; readonly signed: Signed | null } | null> {
  const claimed = house.presence.claimedPasskey(answer);
  const passkey = claimed === null ? null : await house.store.read.stepUp.passkey(claimed);
  if (passkey === null || passkey.countsFrom > house.clock.now()) return null;
  if (await isLocked(house.store.read, house, { person: passkey.person, kind: 'signatures' })) return null;
  return { person: passkey.person, signed: await house.presence.verifySigned(answer, challenge, passkey) };
}

/** Whether what was kept still proves that its requester signed this request at the desk. */
export async function isSigned(house: House, record: PlannedRequest): Promise<boolean> {
  if (warrantOf(record.terms).by !== 'desk') return false;
  const { personId } = record.terms.requester;
  return heldProof(house, { record, person: personId, challenge: stopChallenge(house, record) });
}
