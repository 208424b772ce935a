import { boolean, byType, type Check, shape, string } from './check.ts';

/** A text object may hold 1 to 3 000 characters unless its place says less (Block Kit reference, "Text object"). */
const TEXT_MAX = 3000;

export function plainText(max: number = TEXT_MAX): Check {
  return byType({ plain_text: plain(max) });
}

export function mrkdwnText(max: number = TEXT_MAX): Check {
  return byType({ mrkdwn: mrkdwn(max) });
}

export function anyText(max: number = TEXT_MAX): Check {
  return byType({ plain_text: plain(max), mrkdwn: mrkdwn(max) });
}

function plain(max: number): Check {
  return shape({ required: { text: string({ min: 1, max }) }, optional: { emoji: boolean } });
}

function mrkdwn(max: number): Check {
  return shape({ required: { text: string({ min: 1, max }) }, optional: { verbatim: boolean } });
}
