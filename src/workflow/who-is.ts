import { isSlackUserId, operationId, personId, requestId, slackUserId, type PersonId } from '#domain/ids.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Requester } from '#operations/operation.ts';
import type { Who } from '#operations/people/who.ts';
import { approversIn, membershipOf } from '#policy/membership.ts';
import { emailOf, nameOf, personByEmail, personOf, slackIdsOf, suspensionOf } from '#policy/people.ts';
import type { Consent } from '#policy/policy.ts';
import type { Scene } from '#policy/scene.ts';
import { unitOf } from '#policy/unit.ts';
import { invariant } from '#domain/invariant.ts';
import { bareMatter, factsUnder } from './consult-policy.ts';
import type { House } from './house.ts';
import { seenByAll } from './sight.ts';

function personCalled(house: House, who: string): PersonId | null {
  const { policy } = house.policy();
  if (isSlackUserId(who)) return personOf(policy, slackUserId(who));
  return Object.hasOwn(policy.people, who) ? personId(who) : personByEmail(policy, who);
}

const groupsIn = (consent: Consent): readonly string[] =>
  consent.kind === 'several' ? consent.asked.flatMap(({ from }) => from) : (consent.from ?? []);

/** What somebody may approve through these groups: whole tiers, and rules that ask for somebody else than their tier. */
function approvesThrough({ policy }: Scene, groups: readonly string[]): string[] {
  const asks = (consent: Consent): boolean => groupsIn(consent).some((name) => groups.includes(name));
  const tiers = Object.entries(policy.tiers).flatMap(([tier, consent]) => (asks(consent) ? [`${tier} changes`] : []));
  const rules = policy.rules.flatMap((rule) =>
    rule.kind === 'permit' && asks(rule.consent) ? [`“${rule.name}”`] : [],
  );
  return [...tiers, ...rules];
}

/** The request by which two people bound somebody, and who they were. */
async function bindingOf(house: House, person: PersonId): Promise<Who['binding']> {
  const bound = house.bindings.people.find((each) => each.person === person);
  if (bound === undefined) return null;
  const id = requestId(bound.requestId);
  const record = await seenByAll(house).requests.find(id);
  const decisions = await seenByAll(house).requests.decisions(id);
  const agreed = decisions.filter(({ kind }) => kind === 'approve').map(({ name }) => name);
  return { requestId: id, askedBy: record?.terms.requester.name ?? 'somebody', agreed, at: bound.since };
}

/** Who somebody is just now: whoever asks, a mentioned account, an address at OpenAI or a name of the file. Null for nobody we know. */
export async function whoIs(house: House, who: string | null, requester: Requester): Promise<Who | null> {
  const person = who === null ? requester.personId : personCalled(house, who);
  const show = findOperation(operationId('people.show'));
  invariant(show !== null, 'What shows people is in the catalogue');
  if (person === null) return null;
  const { policy } = house.policy();
  const scene = { policy, facts: await factsUnder(house, policy, bareMatter(show, requester, null)) };
  const names = Object.keys(policy.groups);
  const memberships = names.map((name) => ({
    name,
    membership: membershipOf(scene, name),
    may: approversIn(scene, name),
  }));
  const isIn = ({ membership }: (typeof memberships)[number]): boolean =>
    membership.kind === 'known' && membership.accounts.has(person);
  const groups = memberships.filter(isIn).map(({ name, may }) => ({
    name,
    mayApprove: may.kind === 'known' && may.accounts.has(person),
  }));
  const through = groups.filter(({ mayApprove }) => mayApprove).map(({ name }) => name);
  const why = suspensionOf(policy, person);
  const binding = await bindingOf(house, person);
  const inFile = Object.hasOwn(policy.people, person);
  return {
    name: !inFile && person === requester.personId ? requester.name : nameOf(policy, person),
    slackIds: [...slackIdsOf(policy, person)],
    openaiEmail: emailOf(policy, person),
    unit: unitOf(scene, person),
    known: why !== null ? 'suspended' : binding !== null ? 'bound' : inFile ? 'file' : 'nobody',
    why: why ?? '',
    groups: groups.map(({ name, mayApprove }) => (mayApprove ? name : `${name} (not counted yet)`)),
    unread: memberships.filter(({ membership }) => membership.kind === 'unknown').map(({ name }) => name),
    approves: approvesThrough(scene, through),
    binding,
  };
}
