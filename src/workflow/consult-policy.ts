import type { PersonId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Json } from '#domain/json.ts';
import type { Operation, Requester } from '#operations/operation.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { Members, PolicyFacts } from '#policy/facts.ts';
import { groupsNamed } from '#policy/groups-named.ts';
import { personByEmail } from '#policy/people.ts';
import type { Policy } from '#policy/policy.ts';
import type { Verdict } from '#policy/verdict.ts';
import type { House } from './house.ts';
import { hardLimitNow } from './hard-limit-now.ts';
import { ownersNow, pastOf } from './past-and-owners.ts';
import type { PlannedRequest, Recollection } from './ports/requests.ts';
import { rolloutNow } from './rollout/rollout-now.ts';

export interface Matter {
  readonly operation: Pick<Operation, 'id' | 'family' | 'kind' | 'tier'>;
  readonly requester: Pick<Requester, 'slackId' | 'personId'>;
  readonly project: { readonly id: string; readonly name: string } | null;
  readonly beneficiaryEmail: string | null;
  /** Left out: nobody. */
  readonly barred?: readonly PersonId[];
  readonly bounds: Readonly<Record<string, Json>>;
  readonly target: PolicyFacts['target'];
  readonly steps: number;
  readonly reason: string;
  readonly follows: PolicyFacts['follows'];
  /** Left out: not confidential. */
  readonly confidential?: boolean;
  /** The request that is judged, once it was made. */
  readonly made: Recollection['than'];
}

/** What can be said of an operation of which nothing was planned: a read, or a question about it. */
export function bareMatter(
  operation: Matter['operation'],
  requester: Matter['requester'],
  project: Matter['project'],
): Matter {
  const nothing = { beneficiaryEmail: null, bounds: {}, target: null, steps: 0, reason: '', follows: null, made: null };
  return { operation, requester, project, ...nothing };
}

export function matterOfPlan(
  operation: Operation,
  {
    requester,
    plan,
    reason,
    follows,
    confidential,
  }: Pick<PlannedRequest['terms'], 'plan' | 'reason' | 'follows' | 'confidential'> & Pick<Matter, 'requester'>,
): Matter {
  const { project, beneficiaryEmail, barred = [], bounds, tier, target } = plan;
  // A request that was stored before there were such links has none.
  const relation = follows?.as ?? null;
  const steps = plan.steps.length;
  return {
    operation: { ...operation, tier },
    requester,
    project,
    beneficiaryEmail,
    barred,
    bounds,
    target,
    steps,
    reason,
    follows: relation,
    confidential: confidential !== undefined,
    made: null,
  };
}

/** The person the policy knows under the vendor's e-mail address; nobody else's address means anybody. */
export function beneficiaryOf(house: House, email: string | null): PersonId | null {
  return email === null ? null : personByEmail(house.policy().policy, email);
}

/** What looking at people takes; reads only. */
export type Asking = Pick<House, 'clock' | 'policy'> & {
  readonly people: Pick<House['people'], 'userGroup'>;
  readonly store: Pick<House['store'], 'read'>;
};

/**
 * Members of one group with those who joined too lately. Slack does not say since when somebody is a member, so what we saw ourselves
 * counts: who was there when the group was seen first is no newcomer, and who was never seen in it is one.
 */
async function membersOf(house: Asking, slackGroup: string): Promise<Members> {
  const members = await house.people.userGroup(slackGroup);
  const seen = members.known ? await house.store.read.groups.seen(slackGroup) : null;
  if (!members.known || seen === null) return members;
  const settledBefore = house.clock.now() - house.policy().policy.limits.joinedBeforeMs;
  const isNew = (since: Instant | null | undefined): boolean => since === undefined || (since ?? 0) > settledBefore;
  return { ...members, newcomers: members.slackIds.filter((slackId) => isNew(seen.since.get(slackId))) };
}

/** Members of every Slack user group that a policy names, by the policy's name for it, fetched just now. */
async function membersUnder(house: Asking, policy: Policy): Promise<Readonly<Record<string, Members>>> {
  const groups = groupsNamed(policy);
  return Object.fromEntries(
    await Promise.all(groups.map(async ({ name, slackGroup }) => [name, await membersOf(house, slackGroup)] as const)),
  );
}

export const membersNow = (house: House) => membersUnder(house, house.policy().policy);

/** What a policy may look at, without what only our records and OpenAI tell: what it says by itself, however far it was opened here. */
export async function factsUnder(house: Asking, policy: Policy, matter: Matter): Promise<PolicyFacts> {
  const { beneficiaryEmail, made, ...known } = matter;
  return {
    ...known,
    beneficiary: beneficiaryEmail === null ? null : personByEmail(policy, beneficiaryEmail),
    barred: matter.barred ?? [],
    history: null,
    projectOwners: { known: false, why: 'they were not read' },
    members: await membersUnder(house, policy),
    rollout: null,
    now: house.clock.now(),
    ...(made === null ? {} : { askedAt: made.createdAt }),
  };
}

/** Everything the policy in force may look at, as it stands now. */
export async function factsOf(house: House, matter: Matter): Promise<PolicyFacts> {
  return {
    ...(await factsUnder(house, house.policy().policy, matter)),
    history: await pastOf(house, matter, matter.made),
    projectOwners: await ownersNow(house, matter.project),
    rollout: await rolloutNow(house),
    hardLimit: await hardLimitNow(house, matter.project),
  };
}

export async function consultPolicy(house: House, matter: Matter): Promise<Verdict> {
  return evaluate(house.policy().policy, await factsOf(house, matter));
}
