import type { JsonObject } from '#domain/json.ts';

/** What the browser hands back when a passkey has signed; each part in base64. */
export interface Assertion {
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

/**
 * What an approver proved outside Slack when they approved. Bytes stand here in plain base64: the form that WebAuthn uses (base64url)
 * now and then reads like a key (`sk-…`), and what looks like a key is cut out of everything that is shown.
 */
export type Proof =
  /** A one-time code, of which only its time step is kept: seconds since 1970 divided by 30. */
  | { readonly kind: 'code'; readonly timeStep: number }
  /** A signature over exactly this decision; see `decision-challenge.ts`. */
  | {
      readonly kind: 'passkey';
      readonly credentialId: string;
      readonly challenge: string;
      readonly origin: string;
      readonly rpId: string;
      readonly assertion: Assertion;
    };

export type PasskeyProof = Extract<Proof, { kind: 'passkey' }>;

/** The proof as a row and an entry keep it. */
export function proofJson(proof: Proof): JsonObject {
  return proof.kind === 'code' ? { ...proof } : { ...proof, assertion: { ...proof.assertion } };
}
