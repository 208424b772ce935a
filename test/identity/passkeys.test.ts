import { describe, expect, it } from 'vitest';
import { decisionChallenge } from '#approvals/decision-challenge.ts';
import { personId, requestId } from '#domain/ids.ts';
import { claimedPasskey, proofHolds, verifyMade, verifySigned } from '#identity/passkeys.ts';
import { SoftPasskey } from '../support/soft-passkey.ts';

const at = { origin: 'https://bot.example', rpId: 'bot.example' };
const signed = {
  deployment: 'acme',
  requestId: requestId('R00000000000000000000000001'),
  digest: 'd'.repeat(64),
  decision: 'approve',
  person: personId('bea'),
} as const;
const challenge = decisionChallenge(signed);

async function enrolled(phone = new SoftPasskey(at)) {
  const passkey = await verifyMade(phone.make(challenge), challenge, at);
  if (passkey === null) throw new Error('It could not be made');
  return { phone, passkey };
}

describe('a passkey', () => {
  it('signs a decision, which is proven by its public key alone', async () => {
    const { phone, passkey } = await enrolled();
    const answer = phone.sign(challenge);
    expect(claimedPasskey(answer)).toBe(passkey.credentialId);
    const result = await verifySigned(answer, { challenge, at, passkey });
    if (result === null) throw new Error('It was not accepted');
    expect(result).toMatchObject({ proof: { kind: 'passkey', challenge, origin: at.origin }, counter: 2 });
    expect(await proofHolds(result.proof, passkey.publicKey)).toBe(true);
    expect(await proofHolds(result.proof, (await enrolled()).passkey.publicKey)).toBe(false);
    const other = decisionChallenge({ ...signed, digest: 'e'.repeat(64) });
    expect(await proofHolds({ ...result.proof, challenge: other }, passkey.publicKey)).toBe(false);
  });

  it.each([
    ['another digest', { digest: 'e'.repeat(64) }],
    ['the other decision', { decision: 'deny' }],
    ['another person', { person: personId('omar') }],
    ['another request', { requestId: requestId('R00000000000000000000000002') }],
    ['another installation', { deployment: 'staging' }],
  ] as const)('A11, D3 · proves nothing with a signature over %s', async (_, other) => {
    const { phone, passkey } = await enrolled();
    const answer = phone.sign(decisionChallenge({ ...signed, ...other }));
    expect(await verifySigned(answer, { challenge, at, passkey })).toBeNull();
  });

  it('proves nothing from another address, or from a phone that did not look who holds it', async () => {
    const { phone, passkey } = await enrolled();
    expect(await verifySigned(phone.sign(challenge), { challenge, at: { ...at, origin: 'https://b' }, passkey })).toBe(
      null,
    );
    phone.isVerified = false;
    expect(await verifySigned(phone.sign(challenge), { challenge, at, passkey })).toBeNull();
    expect(await verifyMade(phone.make(challenge), challenge, at)).toBeNull();
  });

  it('is told from its copy by a count that stands still', async () => {
    const { phone, passkey } = await enrolled();
    const answer = phone.sign(challenge);
    expect(await verifySigned(answer, { challenge, at, passkey: { ...passkey, counter: 2 } })).toBeNull();
  });

  it.each([null, 'x', {}, { id: 'a', rawId: 'a', type: 'public-key', response: {} }])('is not %j', async (answer) => {
    const { passkey } = await enrolled();
    expect(claimedPasskey(answer)).toBeNull();
    expect(await verifySigned(answer, { challenge, at, passkey })).toBeNull();
    expect(await verifyMade(answer, challenge, at)).toBeNull();
  });
});
