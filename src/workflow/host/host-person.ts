import { personId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { nameOf, slackIdsOf, suspensionOf } from '#policy/people.ts';
import type { HostPerson } from '../ports/host-asks.ts';
import { enrolledNow } from '../step-up/enrolled.ts';
import type { Keeper } from '../step-up/keeper.ts';

/** Somebody whom the policy names, with what they can prove with that it is they. */
export interface AtHost {
  readonly person: HostPerson;
  readonly hasPasskey: boolean;
  readonly hasCodes: boolean;
}

const what = 'Nothing was done.';

/** Who `--as` names, or why nobody can speak as them here. */
export async function hostPerson(keeper: Keeper, named: string): Promise<AtHost | Refusal> {
  const { policy } = keeper.policy();
  const person = personId(named);
  const [slackId] = Object.hasOwn(policy.people, named) ? slackIdsOf(policy, person) : [];
  if (slackId === undefined) {
    const rule = `The policy knows nobody called ${named} with a Slack account. Name yourself as it does under people:.`;
    return refuse('host.unknown-person', { what, rule });
  }
  const name = nameOf(policy, person);
  const why = suspensionOf(policy, person);
  if (why !== null) return refuse('host.suspended', { what, rule: `${name} is suspended: ${why}.` });
  const { passkey, code } = await enrolledNow(keeper);
  const can = { hasPasskey: passkey.has(person), hasCodes: code.has(person) };
  if (can.hasPasskey || can.hasCodes) return { person: { personId: person, slackId, name }, ...can };
  const rule = keeper.presence.hasCodes
    ? `${name} has no passkey and no one-time codes here that count already. They enrol with /openai step-up enrol; the first two with countersign enrol.`
    : `${name} has no passkey here that counts already, and without COUNTERSIGN_SEAL_KEY there are no one-time codes.`;
  return refuse('host.not-enrolled', { what, rule });
}
