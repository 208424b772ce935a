import { dayMs, minuteMs } from '#domain/instant.ts';
import { span } from '../leaves.ts';

/**
 * How long somebody has to be in a Slack user group before they count as an approver through it. Whoever manages the group could
 * otherwise add a friend and have a change approved in the same minute.
 */
export const joinedBefore = span({
  minMs: minuteMs,
  maxMs: 90 * dayMs,
  sentence: 'Write how long somebody must be in a Slack group before they count, from 1m to 90d, such as 24h.',
}).default(dayMs);
