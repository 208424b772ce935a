import { canonicalJson, sha256 } from '#domain/canonical.ts';
import type { PersonId, RequestId } from '#domain/ids.ts';

export interface DecisionSigned {
  readonly deployment: string;
  readonly requestId: RequestId;
  /** Of the request, as the person saw it. */
  readonly digest: string;
  /** `stop`: at the desk, where the requester’s own signature stands in for a quorum. */
  readonly decision: 'approve' | 'deny' | 'stop';
  readonly person: PersonId;
}

/**
 * What a passkey signs: SHA-256 over the decision itself, in base64. The label keeps it apart from whatever else a passkey might ever
 * be asked to sign, so an assertion proves that this person decided so on exactly this digest, and nothing else.
 */
export function decisionChallenge({ deployment, requestId, digest, decision, person }: DecisionSigned): string {
  const signed = canonicalJson({ deployment, request: requestId, digest, decision, person });
  return sha256('countersign/decision/v1\n', signed).toString('base64');
}
