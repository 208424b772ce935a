import type { Plan } from '#operations/plan.ts';
import { nameOf, personByEmail, suspensionOf } from '#policy/people.ts';
import type { PersonId } from '#domain/ids.ts';
import type { House } from './house.ts';

/** The plan with a warning for each person in it who is suspended: who they are is not certain, and an approver has to know. */
export function withIdentityWarnings(house: House, plan: Plan, requester: PersonId): Plan {
  const { policy } = house.policy();
  const beneficiary = plan.beneficiaryEmail === null ? null : personByEmail(policy, plan.beneficiaryEmail);
  const people = [...new Set([requester, ...(beneficiary === null ? [] : [beneficiary])])];
  const warnings = people.flatMap((person) => {
    const why = suspensionOf(policy, person);
    return why === null ? [] : [`It is not certain who ${nameOf(policy, person)} is: ${why}.`];
  });
  return warnings.length === 0 ? plan : { ...plan, warnings: [...plan.warnings, ...warnings] };
}
