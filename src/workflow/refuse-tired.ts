import { count, hourMs } from '#domain/instant.ts';
import type { PersonId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from './house.ts';
import type { RequestReader } from './ports/requests.ts';

/** Whoever approves one thing after the other no longer looks: after so many within an hour somebody else has to. */
export async function refuseTired(
  house: House,
  requests: Pick<RequestReader, 'countApprovals'>,
  { personId }: { readonly personId: PersonId },
): Promise<Refusal | null> {
  const most = house.policy().policy.limits.approvalsPerHour;
  const given = await requests.countApprovals(personId, house.clock.now() - hourMs);
  if (given < most) return null;
  return refuse('decide.too-many', {
    what: 'Your approval was not counted.',
    rule: `You have approved ${count(given, 'request')} within an hour, and the policy allows ${most}.`,
    whoCan: 'Somebody else who approves; or you, later.',
  });
}
