import { canonicalJson, sha256 } from '#domain/canonical.ts';
import type { PersonId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';

/**
 * What a passkey signs where somebody asks for something rather than decides: SHA-256 over their words, in base64. The label keeps it apart
 * from decisions, so that no signature over a wish can ever stand for an approval.
 */
export function presenceChallenge(signed: {
  readonly deployment: string;
  readonly person: PersonId;
  /** What they want, whole, and when they said so. */
  readonly words: JsonObject;
}): string {
  const { deployment, person, words } = signed;
  return sha256('countersign/presence/v1\n', canonicalJson({ deployment, person, words })).toString('base64');
}
