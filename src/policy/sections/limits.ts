import { z } from 'zod';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { span, strict } from '../leaves.ts';
import { decisionLimitKeys } from './decision-limits.ts';
import { joinedBefore } from './joined-before.ts';

export const limitsShape = strict(
  {
    open_requests_per_person: z
      .int({ error: 'Write a whole number.' })
      .min(1, { error: 'Write 1 or more.' })
      .max(100, { error: 'Write at most 100.' })
      .default(5)
      .describe('Open requests of one person. Left out: 5.'),
    joined_before: joinedBefore.describe(
      'How long somebody is in a Slack group before they approve through it, 1m to 90d. Left out: 24h.',
    ),
    ...decisionLimitKeys,
  },
  'Write { open_requests_per_person, joined_before, … }.',
).prefault({});

export const withinShape = (what: string) =>
  span({
    minMs: 5 * minuteMs,
    maxMs: 72 * hourMs,
    sentence: `Write how long ${what}, from 5m to 72h, such as 24h.`,
  }).default(24 * hourMs);
