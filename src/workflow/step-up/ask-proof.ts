import { type Refusal, refuse } from '#domain/refusal.ts';
import { operationId } from '#domain/ids.ts';
import type { StepUp } from '#policy/safeguards.ts';
import type { Requester } from '#operations/operation.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import { canProve, enrolledNow } from './enrolled.ts';
import { openTicket } from './tickets.ts';

/** How a person proves that they are there, for one decision. */
export type AskedProof =
  | { readonly by: 'nothing' }
  /** A field for the code of their app. */
  | { readonly by: 'code' }
  /** The page on which their passkey signs. */
  | { readonly by: 'page'; readonly url: string };

function notEnrolled(asked: StepUp): Refusal {
  const what = asked === 'passkey' ? 'a passkey' : 'a passkey or one-time codes';
  return refuse('step-up.not-enrolled', {
    what: 'You cannot approve this yet.',
    rule: `Approving this needs ${what}, and you have none here that counts already.`,
    whoCan: 'Anybody of the approvers who has enrolled.',
    next: { kind: 'start', label: 'Enrol', operation: operationId('step-up.enrol'), input: {} },
  });
}

/** What this person has to give with an approval of this request, or why they cannot. */
export async function askProof(
  house: House,
  ask: { readonly record: PlannedRequest; readonly person: Requester; readonly stepUp: StepUp },
): Promise<AskedProof | Refusal> {
  const { record, person, stepUp } = ask;
  if (stepUp === 'none') return { by: 'nothing' };
  const enrolled = await enrolledNow(house);
  if (!canProve(enrolled, person.personId, stepUp)) return notEnrolled(stepUp);
  if (!enrolled.passkey.has(person.personId)) return { by: 'code' };
  const { personId, slackId, name } = person;
  const about = { requestId: record.terms.id, digest: record.digest };
  const opened = await openTicket(house, { purpose: 'decide', person: personId, slackId, name, ...about });
  return 'url' in opened ? { by: 'page', url: opened.url } : opened;
}
