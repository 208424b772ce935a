import { operationId, personId, type SlackUserId, slackUserId } from '#domain/ids.ts';
import { hourMs } from '#domain/instant.ts';
import { groupsAsked, leastReachable } from '#policy/coverage.ts';
import { type Reach, shortageOf } from '#policy/coverage-ahead.ts';
import { approversIn, membershipOf } from '#policy/membership.ts';
import { nameOf, suspensionOf } from '#policy/people.ts';
import type { Scene } from '#policy/scene.ts';
import { bareMatter, factsUnder } from '../consult-policy.ts';
import type { House } from '../house.ts';
import { vocabulary } from '../policies/read-policy.ts';
import type { StandingCode } from '../ports/people.ts';

// Nobody decides by it, so what Slack said within the hour will do.
const EVIDENCE_MS = hourMs;

const words: Readonly<Record<StandingCode, string>> = {
  guest: 'a guest by now',
  bot: 'a bot',
  deactivated: 'deactivated',
  'other-workspace': 'of another workspace',
  invited: 'has not joined Slack yet',
  'unknown-user': 'Slack knows no such account',
  unproven: 'Slack does not say whether a full member',
  'slack-unreachable': 'Slack could not be asked',
};

/** Why none of these accounts can be reached; null where one can. */
async function whyAway(house: House, accounts: readonly SlackUserId[]): Promise<string | null> {
  let why = 'has no Slack account';
  for (const account of accounts) {
    const standing = await house.people.standing(account, EVIDENCE_MS);
    if (standing.kind === 'member') return null;
    why = words[standing.code];
  }
  return why;
}

async function reachOf(house: House, scene: Scene, group: string): Promise<Reach> {
  const [all, counting] = [membershipOf(scene, group), approversIn(scene, group)];
  if (all.kind === 'unknown' || counting.kind === 'unknown')
    return { known: false, why: all.kind === 'unknown' ? all.why : 'its members were not read' };
  const reachable: string[] = [];
  const away: string[] = [];
  for (const [person] of all.accounts) {
    // Enough is enough: each look is a call to Slack.
    if (reachable.length >= leastReachable) break;
    const name = nameOf(scene.policy, person);
    const accounts = counting.accounts.get(person);
    const suspended =
      suspensionOf(scene.policy, person) === null ? 'joined lately, or has no entry under people' : 'suspended';
    const why = accounts === undefined ? suspended : await whyAway(house, accounts);
    if (why === null) reachable.push(name);
    else away.push(`${name} (${why})`);
  }
  return { known: true, reachable, away };
}

// Who asks does not matter: what is looked at is who could approve.
const nobody = { slackId: slackUserId('U0NOBODY00'), personId: personId('nobody') };
const anything = { id: operationId('coverage.look'), family: 'coverage', kind: 'read', tier: 'read' } as const;

/** Groups of which too few people can be reached in the coming week, each with what would stall and who stands in. Reads only. */
export async function shortagesAhead(house: House): Promise<readonly string[]> {
  const { policy } = house.policy();
  const scene = { policy, facts: await factsUnder(house, policy, bareMatter(anything, nobody, null)) };
  const found: string[] = [];
  for (const [group, rules] of groupsAsked(policy, vocabulary)) {
    // Owners differ from project to project, so there is no group to look at.
    if (!Object.hasOwn(policy.groups, group)) continue;
    const short = shortageOf(policy, { group, rules, reach: await reachOf(house, scene, group) }, house.clock.now());
    if (short !== null) found.push(short);
  }
  return found;
}
