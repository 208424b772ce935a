import { slackUserId, type SlackUserId } from '#domain/ids.ts';
import { dayMs, type Instant, minuteMs, secondMs } from '#domain/instant.ts';
import type { Members } from '#policy/facts.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { People, Standing } from '#workflow/ports/people.ts';
import type { CallSlack } from './api/call-slack.ts';
import type { Home } from './slack-face.ts';
import { askRoster } from './roster.ts';
import { judgeUser } from './standing.ts';

/** Evidence about a person is never older than this, whatever the caller would accept. */
const maxAgeMs = minuteMs;
const groupAgeMs = 30 * secondMs;
/** Everybody who clicks within a minute, in the largest company. */
const maxPeople = 5000;
/** People move house seldom, and a wrong hour does no harm. */
const zoneAgeMs = dayMs;
/** Policies name a handful of groups. */
const maxGroups = 100;

export interface KnownPeople extends People {
  /** What is remembered of this account no longer counts. */
  forget(userId: string): void;
  /** Who was in this group (`S…`) no longer counts. */
  forgetGroup(id: string): void;
}

function remember<Value>(map: Map<string, Value>, entry: { key: string; value: Value; max: number }): void {
  map.delete(entry.key);
  map.set(entry.key, entry.value);
  const [oldest] = map.keys();
  if (map.size > entry.max && oldest !== undefined) map.delete(oldest);
}

interface PeopleOptions {
  readonly call: CallSlack;
  readonly clock: Clock;
  readonly home: Home;
}

async function askStanding({ call, clock, home }: PeopleOptions, user: SlackUserId): Promise<Standing> {
  // The age counts from the question: what Slack knew when it answered can only be newer.
  const at = clock.now();
  const answer = await call('users.info', { user });
  if (answer.ok) return judgeUser(answer.data['user'], { id: user, home, at });
  const isUnknown = ['user_not_found', 'user_not_visible', 'users_not_found'].includes(answer.error);
  return { kind: 'refused', code: isUnknown ? 'unknown-user' : 'slack-unreachable', at };
}

async function askGroup(call: CallSlack, id: string): Promise<Members> {
  const answer = await call('usergroups.users.list', { usergroup: id });
  if (!answer.ok) return { known: false, why: `Slack did not say who is in ${id} (${answer.error}).` };
  const { users } = answer.data;
  if (!Array.isArray(users)) return { known: false, why: `Slack did not say who is in ${id}.` };
  return { known: true, slackIds: users.filter((each) => typeof each === 'string').map(slackUserId) };
}

/** Who people are, asked of Slack and never of a payload. Failures are remembered by nobody: the next click asks again. */
export function createPeople(options: PeopleOptions): KnownPeople {
  const { call, clock } = options;
  const standings = new Map<string, Standing>();
  const groups = new Map<string, { readonly at: Instant; readonly members: Members }>();
  const zones = new Map<string, { readonly at: Instant; readonly zone: string | null }>();
  // Counts changes of accounts and groups: an answer that was asked for before one may be out of date already.
  let changes = 0;
  return {
    async standing(user, age) {
      const known = standings.get(user);
      if (known !== undefined && clock.now() - known.at < Math.min(age, maxAgeMs)) return known;
      const before = changes;
      const fresh = await askStanding(options, user);
      const isLasting = fresh.kind === 'member' || fresh.code !== 'slack-unreachable';
      if (isLasting && before === changes) remember(standings, { key: user, value: fresh, max: maxPeople });
      return fresh;
    },
    async zone(user) {
      const known = zones.get(user);
      if (known !== undefined && clock.now() - known.at < zoneAgeMs) return known.zone;
      const standing = await askStanding(options, user);
      if (standing.kind === 'refused') return null;
      const { zone = null, at } = standing;
      remember(zones, { key: user, value: { at, zone }, max: maxPeople });
      return zone;
    },
    async userGroup(id) {
      const known = groups.get(id);
      const at = clock.now();
      if (known !== undefined && at - known.at < groupAgeMs) return known.members;
      const before = changes;
      const members = await askGroup(call, id);
      if (members.known && before === changes) remember(groups, { key: id, value: { at, members }, max: maxGroups });
      return members;
    },
    roster: () => askRoster(call, options.home, clock.now()),
    forget(userId) {
      changes += 1;
      standings.delete(userId);
      zones.delete(userId);
    },
    forgetGroup(id) {
      changes += 1;
      groups.delete(id);
    },
  };
}
