import { type Proof, proofJson } from '#approvals/proof.ts';
import type { PersonId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';

/** What an entry keeps of a proof: with it, and the entry of the passkey's enrolment, anybody can verify the signature years later. */
export function signedJson(deployment: string, person: PersonId, proof: Proof): JsonObject {
  return { deployment, person, ...proofJson(proof) };
}
