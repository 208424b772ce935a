import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { PasskeyProof } from '#approvals/proof.ts';
import type { MadePasskey, PageAddress, Signed } from '#workflow/ports/presence.ts';
import type { Passkey } from '#workflow/ports/step-up.ts';
import { fromUrl, toUrl } from './base64.ts';

/** COSE numbers of what every authenticator can do (ES256, RS256, EdDSA); newer ones Node verifies only experimentally. */
const algorithms = [-7, -257, -8];

// The longest are certificates of an attestation, a few kilobytes.
const part = z.string().regex(/^[A-Za-z0-9_-]{1,16384}$/);

const made = z.object({
  id: part,
  rawId: part,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: part, attestationObject: part }),
});

const signed = z.object({
  id: part,
  rawId: part,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: part, authenticatorData: part, signature: part }),
});

/** The library throws wherever an answer does not hold; whatever it says, the answer is no. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

export async function verifyMade(answer: unknown, challenge: string, at: PageAddress): Promise<MadePasskey | null> {
  const parsed = made.safeParse(answer);
  if (!parsed.success) return null;
  const response: RegistrationResponseJSON = { ...parsed.data, clientExtensionResults: {} };
  const verified = await orNull(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: toUrl(challenge),
      expectedOrigin: at.origin,
      expectedRPID: at.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (verified?.registrationInfo === undefined) return null;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return { credentialId: fromUrl(id), publicKey: Buffer.from(publicKey).toString('base64'), counter };
}

export function claimedPasskey(answer: unknown): string | null {
  const parsed = signed.safeParse(answer);
  return parsed.success ? fromUrl(parsed.data.id) : null;
}

interface Expected {
  readonly challenge: string;
  readonly at: PageAddress;
  readonly passkey: Pick<Passkey, 'credentialId' | 'publicKey' | 'counter'>;
}

export async function verifySigned(answer: unknown, { challenge, at, passkey }: Expected): Promise<Signed | null> {
  const parsed = signed.safeParse(answer);
  if (!parsed.success || fromUrl(parsed.data.id) !== passkey.credentialId) return null;
  const response: AuthenticationResponseJSON = { ...parsed.data, clientExtensionResults: {} };
  const verified = await orNull(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: toUrl(challenge),
      expectedOrigin: at.origin,
      expectedRPID: at.rpId,
      credential: {
        id: parsed.data.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64')),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    }),
  );
  if (verified?.verified !== true) return null;
  const { clientDataJSON, authenticatorData, signature } = parsed.data.response;
  const assertion = {
    clientDataJSON: fromUrl(clientDataJSON),
    authenticatorData: fromUrl(authenticatorData),
    signature: fromUrl(signature),
  };
  const { credentialId } = passkey;
  const proof = { kind: 'passkey', credentialId, challenge, origin: at.origin, rpId: at.rpId, assertion } as const;
  return { proof, counter: verified.authenticationInfo.newCounter };
}

/** Whether a proof that was kept holds, from itself and the public key alone: years later, on another machine. */
export async function proofHolds(proof: PasskeyProof, publicKey: string): Promise<boolean> {
  const { clientDataJSON, authenticatorData, signature } = proof.assertion;
  const id = toUrl(proof.credentialId);
  const answer = {
    id,
    rawId: id,
    type: 'public-key',
    response: {
      clientDataJSON: toUrl(clientDataJSON),
      authenticatorData: toUrl(authenticatorData),
      signature: toUrl(signature),
    },
  };
  // How often it had signed was checked when it was used; here only the signature is asked for.
  const passkey = { credentialId: proof.credentialId, publicKey, counter: 0 };
  return (await verifySigned(answer, { challenge: proof.challenge, at: proof, passkey })) !== null;
}
