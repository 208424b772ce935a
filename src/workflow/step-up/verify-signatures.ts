import { z } from 'zod';
import { type SealedBody, readBody } from '#audit/body.ts';
import type { PasskeyProof } from '#approvals/proof.ts';
import { personId } from '#domain/ids.ts';
import type { AuditReader } from '../ports/audit.ts';
import { challengeOf, isProven } from './challenge-of.ts';

// A page of entries is a few hundred kilobytes; memory stays flat however long the chain is.
const PAGE = 500;

/** Everything that a passkey signed, counted, and what does not hold. */
export interface Signatures {
  readonly signed: number;
  readonly codes: number;
  readonly broken: readonly { readonly seq: number; readonly sentence: string }[];
}

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);

const enrolled = z.object({ person: z.string(), credentialId: base64, publicKey: base64 });

const proven = z.object({
  signed: z.object({
    kind: z.literal('passkey'),
    deployment: z.string(),
    person: z.string(),
    credentialId: base64,
    challenge: base64,
    origin: z.string(),
    rpId: z.string(),
    assertion: z.object({ clientDataJSON: base64, authenticatorData: base64, signature: base64 }),
  }),
});

const byCode = z.object({ signed: z.object({ kind: z.literal('code') }) });

type ProofHolds = (proof: PasskeyProof, publicKey: string) => Promise<boolean>;
type Passkeys = Map<string, z.output<typeof enrolled>>;

/** What is wrong with a signature, or null. */
async function faultOf(body: SealedBody, passkeys: Passkeys, holds: ProofHolds): Promise<string | null> {
  const parsed = proven.safeParse(body.what);
  if (!parsed.success) return 'What its passkey signed is not complete.';
  const { signed } = parsed.data;
  const passkey = passkeys.get(signed.credentialId);
  if (passkey === undefined) return 'Its passkey was not enrolled before.';
  if (passkey.person !== signed.person) return 'Its passkey is that of somebody else.';
  const { deployment } = signed;
  if (challengeOf(body, { deployment, person: personId(signed.person) }) !== signed.challenge)
    return 'What its passkey signed is something else.';
  return (await holds(signed, passkey.publicKey)) ? null : 'The signature of its passkey does not hold.';
}

/**
 * Verifies every signature of a passkey in the chain from the chain alone: the public key stands in the entry of its enrolment, the
 * assertion in that of the decision. Nobody and nothing is asked.
 */
export async function verifySignatures(audit: AuditReader, holds: ProofHolds): Promise<Signatures> {
  const passkeys: Passkeys = new Map();
  const broken: { seq: number; sentence: string }[] = [];
  let signed = 0;
  let codes = 0;
  for (let from = 1; ; from += PAGE) {
    const entries = await audit.range(from, PAGE);
    for (const entry of entries) {
      const body = readBody(entry);
      if (body?.kind === 'step-up.enrolled') {
        const one = enrolled.safeParse(body.what);
        if (one.success) passkeys.set(one.data.credentialId, one.data);
      }
      if (body === null || !isProven(body)) continue;
      if (byCode.safeParse(body.what).success) {
        codes += 1;
        continue;
      }
      signed += 1;
      const sentence = await faultOf(body, passkeys, holds);
      if (sentence !== null) broken.push({ seq: entry.seq, sentence });
    }
    if (entries.length < PAGE) return { signed, codes, broken };
  }
}
