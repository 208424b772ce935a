import type { PersonId } from '#domain/ids.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';

/**
 * Whether the newest passkey proof that was kept of this person for this request still holds: a passkey of theirs that was not taken back, over
 * this challenge, here. What is stored is not believed because it is stored.
 */
export async function heldProof(
  house: House,
  { record, person, challenge }: { record: PlannedRequest; person: PersonId; challenge: string },
): Promise<boolean> {
  const kept = (await house.store.read.stepUp.proofsOf(record.terms.id)).findLast((one) => one.person === person);
  if (kept?.proof.kind !== 'passkey' || kept.proof.challenge !== challenge) return false;
  const passkey = await house.store.read.stepUp.passkey(kept.proof.credentialId);
  if (passkey === null || passkey.person !== person) return false;
  return house.presence.stillHolds(kept.proof, passkey.publicKey);
}
