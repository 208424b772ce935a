import type { Decision } from '#approvals/request.ts';
import type { Askable } from '#approvals/whom-to-ask.ts';
import type { SlackUserId } from '#domain/ids.ts';
import { dayMs } from '#domain/instant.ts';
import { approversIn } from '#policy/membership.ts';
import { isAtWork } from '#policy/working-hours.ts';
import { type Electorate, electors, quorumOf } from '../electorate.ts';
import type { House } from '../house.ts';
import { outOfTurn } from '../out-of-turn.ts';
import type { Asking } from '../ports/desk.ts';
import type { PlannedRequest } from '../ports/requests.ts';

const recentlyMs = 7 * dayMs;
// Slack is asked for the zone of each; out of twenty, enough can be found.
const mostLookedAt = 20;
// As many as one statement counts.
const mostCounted = 500;

/** Somebody whom the bot may speak to about a request without being asked. */
export interface Candidate extends Askable {
  readonly slackId: SlackUserId;
  readonly isAtWork: boolean;
}

export interface Asked {
  readonly record: PlannedRequest;
  readonly electorate: Electorate;
  readonly decisions: readonly Decision[];
  readonly asking: Pick<Asking, 'aside' | 'mentions' | 'looked'>;
}

/** A request that was just sent: nobody was spoken to about it yet. */
export const nobodyAsked: Asked['asking'] = { aside: [], mentions: [], looked: [] };

function groupsOf({ asked, scene }: Electorate, person: Askable['person']): readonly string[] {
  const names = new Set(asked.flatMap(({ from }) => from));
  return [...names].filter((name) => {
    const membership = approversIn(scene, name);
    return membership.kind === 'known' && membership.accounts.has(person);
  });
}

/**
 * Everybody whose approval would count now and who has not said that it is not for them. Whoever is spoken to about a request unasked, by
 * mention, reminder or nudge, is chosen out of this pool and nowhere else.
 */
export async function poolOf(house: House, asked: Asked): Promise<readonly Candidate[]> {
  const { record, electorate, decisions, asking } = asked;
  const now = house.clock.now();
  const { policy } = house.policy();
  const out = new Set<string>([...asking.aside, ...decisions.map(({ person }) => person)]);
  const left = electors(electorate).flatMap(({ person, slackIds: [slackId] }) => {
    const isOpen = slackId !== undefined && !out.has(person);
    return isOpen && outOfTurn({ record, electorate }, decisions, { personId: person, slackId }) === null
      ? [{ person, slackId }]
      : [];
  });
  const people = left.slice(0, mostCounted).map(({ person }) => person);
  const recent = await house.store.read.desk.mentionsSince(people, now - recentlyMs);
  const knows = ({ person }: { person: string }) => Number(asking.mentions.some((one) => one.person === person));
  const few = left
    .slice(0, mostCounted)
    .toSorted(
      (one, other) => knows(other) - knows(one) || (recent.get(one.person) ?? 0) - (recent.get(other.person) ?? 0),
    );
  return Promise.all(
    few.slice(0, mostLookedAt).map(async ({ person, slackId }): Promise<Candidate> => {
      const theirs = asking.mentions.filter((mention) => mention.person === person);
      const worker = { groups: groupsOf(electorate, person), zone: await house.people.zone(slackId) };
      return {
        person,
        slackId,
        times: theirs.length,
        lastAt: Math.max(0, ...theirs.map(({ at }) => at)),
        // The card is there for everybody; only what was said to them alone counts as asking in vain.
        reminded: theirs.filter(({ kind }) => kind !== 'asked').length,
        hasLooked: asking.looked.includes(person),
        recently: recent.get(person) ?? 0,
        isAtWork: isAtWork(policy, worker, now),
      };
    }),
  );
}

/** The first of these people with whom the quorum would be met if `sure` agreed as well; never one who would make no difference. */
export function fewestOf(
  { record, electorate, decisions }: Asked,
  ordered: readonly Candidate[],
  sure: readonly Candidate[] = [],
): readonly Candidate[] {
  const at = electorate.scene.facts.now;
  const openWith = (people: readonly Candidate[]): number => {
    const said = people.map(({ person, slackId }): Decision => {
      const { id: requestId } = record.terms;
      const vote = { requestId, kind: 'approve', digest: record.digest, proof: 'passkey', at } as const;
      return { ...vote, person, slackId, name: '', comment: '' };
    });
    return quorumOf(record, electorate, [...decisions, ...said]).missing.reduce((sum, { count }) => sum + count, 0);
  };
  const chosen: Candidate[] = [];
  let open = openWith(sure);
  for (const one of ordered) {
    if (open === 0) break;
    const left = openWith([...sure, ...chosen, one]);
    if (left < open) chosen.push(one);
    open = left;
  }
  return chosen;
}
