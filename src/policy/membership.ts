import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Group } from './policy.ts';
import { personByEmail, personOf, slackIdsOf, suspensionOf } from './people.ts';
import type { Scene } from './scene.ts';

/** The built-in group of whoever owns the project at OpenAI. No group of a file can have this name. */
export const projectOwners = 'project-owners';

/** Who is in a group right now. A group that does not exist or could not be read holds nobody, and says why. */
export type Membership =
  | { readonly kind: 'known'; readonly accounts: ReadonlyMap<PersonId, readonly SlackUserId[]> }
  | { readonly kind: 'unknown'; readonly why: string };

/** People of a group with the Slack accounts through which they belong to it. */
export function membershipOf({ policy, facts }: Scene, name: string): Membership {
  if (name === projectOwners) return ownersOf({ policy, facts });
  const group: Group | undefined = Object.hasOwn(policy.groups, name) ? policy.groups[name] : undefined;
  if (group === undefined) return { kind: 'unknown', why: 'the policy has no such group' };
  if (group.kind === 'list') {
    const listed = group.people.filter((person) => Object.hasOwn(policy.people, person));
    return { kind: 'known', accounts: new Map(listed.map((person) => [person, slackIdsOf(policy, person)])) };
  }
  const members = Object.hasOwn(facts.members, name) ? facts.members[name] : undefined;
  if (members === undefined) return { kind: 'unknown', why: 'its members were not read' };
  if (!members.known) return { kind: 'unknown', why: members.why };
  return { kind: 'known', accounts: byPerson({ policy, facts }, members.slackIds) };
}

/** Owners of the project at OpenAI whom the policy knows by the address of their user; anybody else counts for nobody. */
function ownersOf({ policy, facts }: Scene): Membership {
  const { projectOwners: owners, project } = facts;
  if (project === null) return { kind: 'unknown', why: 'this has no project' };
  if (!owners.known) return { kind: 'unknown', why: owners.why };
  const people = owners.emails.flatMap((email) => personByEmail(policy, email) ?? []);
  return { kind: 'known', accounts: new Map(people.map((person) => [person, slackIdsOf(policy, person)])) };
}

function byPerson({ policy }: Scene, slackIds: readonly SlackUserId[]): ReadonlyMap<PersonId, readonly SlackUserId[]> {
  const accounts = new Map<PersonId, readonly SlackUserId[]>();
  for (const slackId of new Set(slackIds)) {
    const person = personOf(policy, slackId);
    accounts.set(person, [...(accounts.get(person) ?? []), slackId]);
  }
  return accounts;
}

/** Accounts that joined a group so lately that nobody approves through them yet. */
export function newcomersIn({ facts }: Scene, name: string): readonly SlackUserId[] {
  const members = Object.hasOwn(facts.members, name) ? facts.members[name] : undefined;
  return members?.known === true ? (members.newcomers ?? []) : [];
}

function withoutNewcomers(scene: Scene, name: string, membership: Membership): Membership {
  const newcomers = newcomersIn(scene, name);
  if (membership.kind === 'unknown' || newcomers.length === 0) return membership;
  const settled = [...membership.accounts].map(
    ([person, slackIds]) => [person, slackIds.filter((slackId) => !newcomers.includes(slackId))] as const,
  );
  return { kind: 'known', accounts: new Map(settled.filter(([, slackIds]) => slackIds.length > 0)) };
}

function withoutSuspended({ policy }: Scene, membership: Membership): Membership {
  if (membership.kind === 'unknown') return membership;
  const certain = [...membership.accounts].filter(([person]) => suspensionOf(policy, person) === null);
  return { kind: 'known', accounts: new Map(certain) };
}

/** Members who may approve: nobody whose binding is suspended, no newcomers, and an account without an entry in `people` only where the group lets it. */
export function approversIn(scene: Scene, name: string): Membership {
  const membership = withoutSuspended(scene, withoutNewcomers(scene, name, membershipOf(scene, name)));
  const group = Object.hasOwn(scene.policy.groups, name) ? scene.policy.groups[name] : undefined;
  const mayBeUnlisted = group?.kind === 'slack' && group.allowUnlisted;
  if (membership.kind === 'unknown' || mayBeUnlisted) return membership;
  const listed = [...membership.accounts].filter(([person]) => Object.hasOwn(scene.policy.people, person));
  return { kind: 'known', accounts: new Map(listed) };
}

/** Everybody who is the requester: whom the facts name, and whom the policy now takes their account for. */
export function requesterOf({ policy, facts }: Scene): readonly PersonId[] {
  return [facts.requester.personId, personOf(policy, facts.requester.slackId)];
}
