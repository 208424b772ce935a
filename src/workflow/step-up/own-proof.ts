import { presenceChallenge } from '#approvals/presence-challenge.ts';
import type { Proof } from '#approvals/proof.ts';
import { ownProofOf } from '#approvals/warrant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { isAtLeast, type StepUp } from '#policy/safeguards.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { StepUpReader } from '../ports/step-up.ts';
import { enrolledNow } from './enrolled.ts';
import type { AskedProof } from './ask-proof.ts';
import { openTicket } from './tickets.ts';

const what = 'The glass was not broken.';

/**
 * What whoever breaks the glass proves with that it is they: the strongest that they have. Somebody who has enrolled nothing proves nothing, unless an
 * approval would have needed it: then nobody else's proof stands in for theirs either.
 */
export async function provesWith(
  house: House,
  { person, stepUp }: { readonly person: Requester['personId']; readonly stepUp: StepUp },
): Promise<StepUp | Refusal> {
  const { passkey, code } = await enrolledNow(house);
  const has: StepUp = passkey.has(person) ? 'passkey' : code.has(person) ? 'code' : 'none';
  if (isAtLeast(has, stepUp)) return has;
  return refuse('break-glass.not-enrolled', {
    what,
    rule: `Approving this would need ${stepUp === 'passkey' ? 'a passkey' : 'a passkey or one-time codes'}, so breaking the glass for it does too, and you have none here that counts already.`,
    whoCan: 'Anybody whom the policy names for emergencies and who has enrolled.',
  });
}

export function ownChallenge(house: Pick<House, 'deployment'>, { terms, digest }: PlannedRequest): string {
  const words = { does: 'break-glass', request: terms.id, digest };
  return presenceChallenge({ deployment: house.deployment, person: terms.requester.personId, words });
}

/** Why a request may not be sent with this proof; null where it may. */
export function refuseUnproven(record: PlannedRequest, proof: Proof | null): Refusal | null {
  const asked = ownProofOf(record.terms);
  if (isAtLeast(proof?.kind ?? 'none', asked)) return null;
  const how = asked === 'passkey' ? 'with your passkey, on the page that the preview opens' : 'with a one-time code';
  return refuse('break-glass.unproven', { what, rule: `This needs proof that it is you: send it ${how}.` });
}

/** The same of one that was sent, at any time until its first call: from the proofs that were kept. */
export async function isOwnProofKept(
  read: { readonly stepUp: Pick<StepUpReader, 'proofsOf'> },
  record: PlannedRequest,
): Promise<boolean> {
  if (ownProofOf(record.terms) === 'none') return true;
  const { id, requester } = record.terms;
  const kept = (await read.stepUp.proofsOf(id)).filter(({ person }) => person === requester.personId);
  return kept.some(({ proof }) => refuseUnproven(record, proof) === null);
}

/** How the requester proves it where they send it. */
export async function askOwnProof(house: House, record: PlannedRequest): Promise<AskedProof | Refusal> {
  const asked = ownProofOf(record.terms);
  if (asked === 'none') return { by: 'nothing' };
  if (asked === 'code') return { by: 'code' };
  const { personId: person, slackId, name } = record.terms.requester;
  const about = { requestId: record.terms.id, digest: record.digest };
  const opened = await openTicket(house, { purpose: 'send', person, slackId, name, ...about });
  return 'url' in opened ? { by: 'page', url: opened.url } : opened;
}
