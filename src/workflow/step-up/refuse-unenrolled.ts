import { type Refusal, refuse } from '#domain/refusal.ts';
import { assignDistinct } from '#policy/assign.ts';
import { nameOf } from '#policy/people.ts';
import type { Verdict } from '#policy/verdict.ts';
import type { House } from '../house.ts';
import { canProve, enrolledNow } from './enrolled.ts';

// A sentence that names more people than this is read by nobody.
const MOST_NAMED = 5;

/** A request that could never be approved, because too few of those who are asked could prove that it is they. */
export async function refuseUnenrolled(
  house: House,
  { requirements, safeguards }: Extract<Verdict, { kind: 'permit' }>,
): Promise<Refusal | null> {
  const { stepUp } = safeguards;
  if (stepUp === 'none') return null;
  const enrolled = await enrolledNow(house);
  const seats = requirements.map(({ count, eligible }) => ({
    count,
    candidates: eligible.map(({ person }) => person).filter((person) => canProve(enrolled, person, stepUp)),
    pool: eligible.length,
  }));
  if (assignDistinct(seats).empty.every((open) => open === 0)) return null;
  const { policy } = house.policy();
  const people = new Set(requirements.flatMap(({ eligible }) => eligible.map(({ person }) => person)));
  const lacking = [...people].filter((person) => !canProve(enrolled, person, stepUp)).map((one) => nameOf(policy, one));
  return refuse('step-up.unreachable', {
    what: 'This could never be approved, so it was not sent.',
    rule: `Approving it needs ${stepUp === 'passkey' ? 'a passkey' : 'a passkey or one-time codes'}, and too few approvers have enrolled. Not yet: ${lacking.slice(0, MOST_NAMED).join(', ')}.`,
    whoCan: 'They enrol with /openai step-up enrol; the first two on the host, with countersign enrol.',
  });
}
