import { slackIdsOf } from '#policy/people.ts';
import type { House } from '../house.ts';

/**
 * Notes what Slack says about everybody who could come to the desk, for the day on which it says nothing. Without this a person who has left
 * could use an outage.
 */
export async function keepStandings(house: House): Promise<void> {
  const { policy } = house.policy();
  if (policy.desk === null) return;
  const people = new Set([
    ...policy.desk.people,
    ...(await house.store.read.stepUp.passkeys()).map(({ person }) => person),
  ]);
  for (const slackId of [...people].flatMap((person) => slackIdsOf(policy, person))) {
    const said = await house.people.standing(slackId, 0);
    const word = said.kind === 'member' ? said.kind : said.code;
    if (word === 'slack-unreachable') return;
    await house.store.transact((tx) => tx.standings.keep(slackId, { word, at: said.at }));
  }
}
