import type { SlackUserId } from '#domain/ids.ts';
import { formatDuration } from '#domain/duration.ts';
import { hourMs, utcMinute } from '#domain/instant.ts';
import { groupsNamed } from '#policy/groups-named.ts';
import { nameOf, personOf } from '#policy/people.ts';
import type { House } from './house.ts';
import type { GroupNews } from './ports/groups.ts';
import type { Writing } from './ports/store.ts';
import { raiseOwn } from './raise-own.ts';
import { enter } from './record.ts';

const who = 'system:watch-groups';

// Somebody who is taken out and put in again within an hour is one story.
const QUIET_MS = hourMs;
// An alert names the first; the entry holds all of them.
const MOST_NAMED = 20;

interface Gained {
  readonly name: string;
  readonly slackGroup: string;
  readonly joined: readonly SlackUserId[];
}

async function alertGain(tx: Writing, house: House, { name, slackGroup, joined }: Gained): Promise<void> {
  const { policy } = house.policy();
  const names = joined.slice(0, MOST_NAMED).map((slackId) => nameOf(policy, personOf(policy, slackId)));
  const { joinedBeforeMs } = policy.limits;
  await raiseOwn(tx, house, {
    detection: 'people.group-gained',
    key: `${slackGroup}:${joined.toSorted().join()}`,
    severity: 'high',
    title: `${names.join(', ')} joined ${name}`,
    lines: [
      `Whoever is in ${name} may decide or ask for what the policy says of it.`,
      `They count as approvers from ${utcMinute(house.clock.now() + joinedBeforeMs)}, after ${formatDuration(joinedBeforeMs)}.`,
      'To do: ask whoever manages the group whether this is right; take them out of the group if it is not.',
    ],
    evidence: { group: slackGroup, joined: [...joined] },
    quietMs: QUIET_MS,
    who,
  });
}

async function keepNews(
  tx: Writing,
  house: House,
  seen: { readonly name: string; readonly slackGroup: string; readonly news: GroupNews },
): Promise<void> {
  const { name, slackGroup, news } = seen;
  const { isFirst, joined, left } = news;
  if (!isFirst && joined.length === 0 && left.length === 0) return;
  const what = { group: slackGroup, name, joined: [...joined], left: [...left] };
  const kind = isFirst ? 'group.first-seen' : 'group.changed';
  await enter(tx, house, { kind, who, requestId: null, what });
  if (!isFirst && joined.length > 0) await alertGain(tx, house, { name, slackGroup, joined });
}

function isAsSeen(known: ReadonlyMap<SlackUserId, unknown>, members: readonly SlackUserId[]): boolean {
  const now = new Set(members);
  return now.size === known.size && [...now].every((member) => known.has(member));
}

/** Looks who is in one group now, and keeps who joined and who left since. False when Slack would not say. */
async function watchGroup(house: House, group: { name: string; slackGroup: string }): Promise<boolean> {
  const { slackGroup } = group;
  const members = await house.people.userGroup(slackGroup);
  if (!members.known) return false;
  const seen = await house.store.read.groups.seen(slackGroup);
  if (seen !== null && isAsSeen(seen.since, members.slackIds)) return true;
  await house.store.transact(async (tx) => {
    const news = await tx.groups.see(slackGroup, members.slackIds, house.clock.now());
    await keepNews(tx, house, { ...group, news });
  });
  house.nudge();
  return true;
}

/**
 * Looks at every Slack user group that the policy names, or at one. Slack says who is in a group and not since when; what is kept here
 * is the only evidence of it.
 */
export async function watchGroups(house: House, only: string | null = null): Promise<void> {
  for (const group of groupsNamed(house.policy().policy)) {
    if (only !== null && group.slackGroup !== only) continue;
    if (!(await watchGroup(house, group)))
      house.log.warn({ group: group.slackGroup }, 'Slack did not say who is in a group');
  }
}
