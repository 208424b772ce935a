import { z } from 'zod';
import { dayMs } from '#domain/instant.ts';
import { say } from '../leaves.ts';
import { briefly } from './brief-span.ts';

const whole = (most: number) =>
  z
    .int({ error: say('Write a whole number.') })
    .min(1, { error: 'Write 1 or more.' })
    .max(most, { error: `Write at most ${most}.` });

/** How much one person decides and asks, and how soon what was denied may be asked again. */
export const decisionLimitKeys = {
  // Ten an hour is one every six minutes: who gives more has stopped reading.
  approvals_per_hour: whole(1000).default(10),
  requests_per_hour: whole(1000).default(20),
  // More cards than this nobody works off in a day; what else is asked would only bury them.
  open_requests: whole(1000).default(100),
  cool_down: briefly(
    7 * dayMs,
    'Write how long what was denied is not asked again, from 0s to 7d, such as 24h.',
  ).default(dayMs),
};

interface DecisionLimitsDocument {
  readonly approvals_per_hour: number;
  readonly requests_per_hour: number;
  readonly open_requests: number;
  readonly cool_down: number;
}

export interface DecisionLimits {
  readonly approvalsPerHour: number;
  readonly requestsPerHour: number;
  readonly openRequests: number;
  readonly coolDownMs: number;
}

export function buildDecisionLimits(document: DecisionLimitsDocument): DecisionLimits {
  return {
    approvalsPerHour: document.approvals_per_hour,
    requestsPerHour: document.requests_per_hour,
    openRequests: document.open_requests,
    coolDownMs: document.cool_down,
  };
}
