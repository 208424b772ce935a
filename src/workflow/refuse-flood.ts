import { isNarrowing } from '#approvals/narrowing.ts';
import { count, hourMs, roughly } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { changedBy } from './change-request.ts';
import { deniedBefore } from './denied-before.ts';
import type { House } from './house.ts';
import type { PlannedRequest, RequestReader } from './ports/requests.ts';

const what = 'This was not sent.';

/**
 * Why a request is one too many, for its requester or for the approvers. What only takes away from an
 * intruder is held to the number of open requests alone.
 */
export async function refuseFlood(
  house: House,
  requests: RequestReader,
  record: PlannedRequest,
): Promise<Refusal | null> {
  const { limits } = house.policy().policy;
  const { personId } = record.terms.requester;
  const open = await requests.countOpen(personId);
  // The one that is changed makes room for this.
  if (open - (changedBy(record) === null ? 0 : 1) >= limits.openRequestsPerPerson) {
    return refuse('submit.too-many', {
      what,
      rule: `You have ${open} open requests, and the policy allows ${limits.openRequestsPerPerson} at a time.`,
      whoCan: 'You: cancel one you no longer need, or wait until one is decided.',
    });
  }
  if (isNarrowing(record.terms.plan.operation)) return null;
  const sent = await requests.countSent(personId, house.clock.now() - hourMs);
  if (sent >= limits.requestsPerHour) {
    return refuse('submit.too-fast', {
      what,
      rule: `You have sent ${count(sent, 'request')} within an hour, and the policy allows ${limits.requestsPerHour}.`,
      whoCan: 'You, later; or somebody else.',
    });
  }
  if ((await requests.countAllOpen()) >= limits.openRequests) {
    return refuse('submit.too-many-open', {
      what,
      rule: `${limits.openRequests} requests are open, and more than that nobody can look at with care.`,
      whoCan: 'Anybody, once some are decided.',
    });
  }
  return null;
}

/** The same again, soon after it was denied: asked often enough, somebody tired says yes. */
export async function refuseAgain(
  house: House,
  requests: RequestReader,
  record: PlannedRequest,
): Promise<Refusal | null> {
  const { coolDownMs } = house.policy().policy.limits;
  if (isNarrowing(record.terms.plan.operation)) return null;
  const before = await deniedBefore(requests, record, house.clock.now() - coolDownMs);
  if (before === null) return null;
  const now = house.clock.now();
  return refuse('submit.denied-before', {
    what,
    rule: `${before.name} denied the same ${roughly(now - before.at)} ago: ${before.comment}`,
    whoCan: `You, in ${roughly(before.at + coolDownMs - now)}; or sooner, if you ask for something else.`,
  });
}
