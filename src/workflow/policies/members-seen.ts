import type { Members } from '#policy/facts.ts';
import type { Reading } from '../ports/store.ts';

/** Who was in a Slack user group when the bot looked last, for whoever cannot ask Slack. */
export async function membersSeen(read: Pick<Reading, 'groups'>, slackGroup: string): Promise<Members> {
  const seen = await read.groups.seen(slackGroup);
  if (seen === null) return { known: false, why: 'the bot never saw it' };
  return { known: true, slackIds: [...seen.since.keys()] };
}
