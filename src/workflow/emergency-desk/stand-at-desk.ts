import { longestWaitMs } from '#approvals/deadline.ts';
import { freezeName } from '#domain/freeze-scope.ts';
import type { PersonId, SlackUserId } from '#domain/ids.ts';
import { type Instant, utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { nameOf, slackIdsOf, suspensionOf } from '#policy/people.ts';
import { notFounded, requesterOf } from '../admit.ts';
import type { House } from '../house.ts';

/** A person at the desk, and since when Slack’s word about them is: null where it was asked just now. */
export interface AtDesk {
  readonly person: Requester;
  readonly lastWordAt: Instant | null;
}

const what = 'You cannot use the desk.';

const off = refuse('desk.off', {
  what: 'There is no desk here.',
  rule: 'The policy of this installation names nobody for it, or it has no address of its own for passkeys.',
});

const gone = refuse('desk.not-a-member', {
  what,
  rule: 'Slack says, or said when it last answered, that your account is not that of a full member.',
});

const unknown = refuse('desk.not-seen', {
  what,
  rule: 'Slack does not answer, and nothing it said about you is younger than three days.',
});

/** Whether there is a desk at all; null where there is. */
export function refuseWithoutDesk(house: House): Refusal | null {
  if (!house.founding.isDone()) return notFounded;
  return house.policy().policy.desk === null || house.presence.pages() === null ? off : null;
}

type Word = { readonly kind: 'member'; readonly lastWordAt: Instant | null } | Refusal;

/** Slack’s word about an account: what it says now; what it said last, for three days, where it does not answer. */
async function wordOf(house: House, slackId: SlackUserId): Promise<Word> {
  const now = await house.people.standing(slackId, 0);
  if (now.kind === 'member') return { kind: 'member', lastWordAt: null };
  if (now.code !== 'slack-unreachable') return gone;
  const last = await house.store.read.standings.last(slackId);
  if (last === null) return unknown;
  if (last.word !== 'member') return gone;
  return house.clock.now() - last.at < longestWaitMs ? { kind: 'member', lastWordAt: last.at } : unknown;
}

/** What the policy and the record say against this person, whatever Slack says. */
async function refuseKnown(house: House, person: PersonId): Promise<Refusal | null> {
  const { policy } = house.policy();
  const because = suspensionOf(policy, person);
  if (because !== null)
    return refuse('desk.suspended', {
      what,
      rule: `You are suspended, because ${because}`,
      whoCan: 'Two people bind you anew in Slack.',
    });
  const freezes = await house.store.read.freezes.active();
  const frozen = freezes.find(({ scope }) => scope.of === 'person' && scope.person === person);
  if (frozen === undefined) return null;
  const rule = `${frozen.by.name} froze whatever you ask for: ${freezeName(frozen.id)}, ${utcMinute(frozen.at)}.`;
  return refuse('desk.frozen', { what, rule, whoCan: 'Two other people thaw it in Slack.' });
}

/**
 * Whether this person, whom a passkey has proven, may be at the desk. Whatever Slack can answer counts; where it cannot, its last word stands in,
 * and who may do what there is the policy’s list alone. Somebody with several accounts needs one that is good.
 */
export async function standAtDesk(house: House, person: PersonId): Promise<AtDesk | Refusal> {
  const no = refuseWithoutDesk(house) ?? (await refuseKnown(house, person));
  if (no !== null) return no;
  let answer: Refusal = refuse('desk.stranger', { what, rule: 'The policy’s file does not know you any more.' });
  for (const slackId of slackIdsOf(house.policy().policy, person)) {
    const word = await wordOf(house, slackId);
    if (word.kind === 'member') {
      const name = nameOf(house.policy().policy, person);
      return { person: requesterOf(house, slackId, name), lastWordAt: word.lastWordAt };
    }
    answer = word;
  }
  return answer;
}
