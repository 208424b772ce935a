import type { Warrant } from '#approvals/warrant.ts';
import { minuteMs } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import { evaluateAtDesk } from '#policy/desk.ts';
import type { Verdict } from '#policy/verdict.ts';
import { factsOf, type Matter } from '../consult-policy.ts';
import type { House } from '../house.ts';
import { refuseForDesk } from '../warrants/at-desk.ts';

/** What the policy says to a plan, and on whose word it may be carried out. */
export interface Judged {
  readonly verdict: Extract<Verdict, { kind: 'permit' }>;
  readonly warrant: Warrant;
}

// As long as break-glass at most: what is not carried out by then had time for a second person.
const LIFE_MS = 30 * minuteMs;

/** What the policy's list of the desk says to a plan. */
export async function judgeAtDesk(house: House, matter: Matter): Promise<Judged | Refusal> {
  const { operation, requester } = matter;
  const no = await refuseForDesk(house.store.read, house, { person: requester.personId, operation, but: null });
  if (no !== null) return no;
  const verdict = evaluateAtDesk(house.policy().policy, await factsOf(house, matter));
  if (verdict.kind === 'deny') return verdict.refusal;
  return { verdict, warrant: { by: 'desk', until: house.clock.now() + LIFE_MS } };
}
