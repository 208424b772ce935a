import { minuteMs, secondMs } from '#domain/instant.ts';
import type { Job } from './job.ts';

/** What there is to do in the background, by name. Compose binds each to its use case. */
export type Duties = Readonly<Record<JobName, () => Promise<unknown>>>;

/**
 * Every job with how often it runs. The vendor's six calls a minute set the
 * pace of those that ask it.
 */
export const rhythm = {
  'execute-approved': 5 * secondMs,
  'settle-unknown': 10 * secondMs,
  'deliver-outbox': 500,
  'expire-requests': 10 * secondMs,
  'take-host-asks': secondMs,
  'reach-slack': 15 * secondMs,
  'flush-refusals': 20 * secondMs,
  'flush-calls': minuteMs,
  'watch-audit-log': minuteMs,
  'refresh-mirror': 15 * secondMs,
  // Slack tells it at once; this finds what a lost event would have told.
  'watch-places': 5 * minuteMs,
  'watch-people': 5 * minuteMs,
  // Slack takes twenty such calls a minute, and a policy names a handful of groups.
  'watch-groups': 5 * minuteMs,
  'watch-clock': minuteMs,
  'forget-old': 60 * minuteMs,
  'remind-approvers': minuteMs,
  'send-digests': 15 * minuteMs,
  'remind-debts': 60 * minuteMs,
  // Speaks once a week; looked at often, so that a bot that was down on Monday speaks when it is back.
  'tell-shortages': 60 * minuteMs,
} as const;

/** What a click sets going; nudged so that nobody waits for the next turn. */
export const nudged = ['execute-approved', 'settle-unknown', 'deliver-outbox'] as const;

export type JobName = keyof typeof rhythm;

export function jobsOf(duties: Duties): readonly Job[] {
  return (Object.keys(rhythm) as JobName[]).map((name) => ({ name, everyMs: rhythm[name], runOnce: duties[name] }));
}
