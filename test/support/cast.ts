import { slackUserId, type SlackUserId } from '#domain/ids.ts';
import type { Caller } from '#workflow/use-cases.ts';

/** The people of small-policy.yml by their Slack accounts, and Zoe, whom no policy knows. */
export const slackIds = {
  erin: slackUserId('U0ERIN0001'),
  bea: slackUserId('U0BEA00001'),
  omar: slackUserId('U0OMAR0001'),
  sam: slackUserId('U0SAM00001'),
  priya: slackUserId('U0PRIYA001'),
  zoe: slackUserId('U0ZOE00001'),
} as const satisfies Record<string, SlackUserId>;

export type Somebody = keyof typeof slackIds;

export const names: Readonly<Record<Somebody, string>> = {
  erin: 'Erin Vale',
  bea: 'Bea Lindqvist',
  omar: 'Omar Haddad',
  sam: 'Sam Okafor',
  priya: 'Priya Raman',
  zoe: 'Zoe Stone',
};

/** A person at a door, as a verified delivery names them. */
export function at(who: Somebody | SlackUserId, more: Partial<Caller> = {}): Caller {
  const slackId = Object.hasOwn(slackIds, who) ? slackIds[who as Somebody] : (who as SlackUserId);
  return { slackId, teamId: 'T0ACME0001', via: 'button', deliveryKey: null, ...more };
}
