import type { Proof } from '#approvals/proof.ts';

/** Proofs as the doors hand them in, once they were verified there. */
export const codeProof: Proof = { kind: 'code', timeStep: 58_000_000 };
export const passkeyProof: Proof = {
  kind: 'passkey',
  credentialId: 'Y3JlZGVudGlhbA==',
  challenge: 'Y2hhbGxlbmdl',
  origin: 'https://countersign.acme.example',
  rpId: 'countersign.acme.example',
  assertion: { clientDataJSON: 'e30=', authenticatorData: 'AA==', signature: 'AA==' },
};
