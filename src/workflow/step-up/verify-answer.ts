import type { PersonId } from '#domain/ids.ts';
import type { House } from '../house.ts';
import type { Signed } from '../ports/presence.ts';

/** A browser's answer, if a passkey of this person that counts by now has signed the challenge with it; else null. */
export async function verifyAnswer(
  house: House,
  given: { readonly person: PersonId; readonly challenge: string; readonly answer: unknown },
): Promise<Signed | null> {
  const { person, challenge, answer } = given;
  const claimed = house.presence.claimedPasskey(answer);
  const passkey = claimed === null ? null : await house.store.read.stepUp.passkey(claimed);
  if (passkey === null || passkey.person !== person || passkey.countsFrom > house.clock.now()) return null;
  return house.presence.verifySigned(answer, challenge, passkey);
}
