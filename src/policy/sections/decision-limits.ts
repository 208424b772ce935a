import { z } from 'zod';
import { dayMs } from '#domain/instant.ts';
import { dollars, say } from '../leaves.ts';
import { briefly } from './brief-span.ts';

const whole = (most: number) =>
  z
    .int({ error: say('Write a whole number.') })
    .min(1, { error: 'Write 1 or more.' })
    .max(most, { error: `Write at most ${most}.` });

/** How much one person decides and asks, and how soon what was denied may be asked again. */
export const decisionLimitKeys = {
  // Ten an hour is one every six minutes: who gives more has stopped reading.
  approvals_per_hour: whole(1000)
    .default(10)
    .describe('Approvals of one person that count within an hour. Left out: 10.'),
  requests_per_hour: whole(1000).default(20).describe('Requests one person sends within an hour. Left out: 20.'),
  // More cards than this nobody works off in a day; what else is asked would only bury them.
  open_requests: whole(1000).default(100).describe('Open requests of everybody. Left out: 100.'),
  raise_factor: z
    .number({ error: say('Write how many times as much is still an ordinary raise, such as 2.') })
    .min(1, { error: 'Write 1 or more.' })
    .max(1000, { error: 'Write at most 1000.' })
    .optional()
    .describe('A limit raised to more than so many times as much is critical. Left out: as the operation says.'),
  raise_ceiling: dollars('Write up to what amount limits may be raised, such as $5000.')
    .optional()
    .describe('Above this no spend limit is raised, however many agree. Left out: no ceiling.'),
  cool_down: briefly(7 * dayMs, 'Write how long what was denied is not asked again, from 0s to 7d, such as 24h.')
    .default(dayMs)
    .describe('So long what was denied is not asked again, 0s to 7d. Left out: 24h.'),
};

interface DecisionLimitsDocument {
  readonly approvals_per_hour: number;
  readonly requests_per_hour: number;
  readonly open_requests: number;
  readonly cool_down: number;
  readonly raise_factor?: number | undefined;
  readonly raise_ceiling?: number | undefined;
}

export interface DecisionLimits {
  readonly approvalsPerHour: number;
  readonly requestsPerHour: number;
  readonly openRequests: number;
  readonly coolDownMs: number;
  /** A limit raised to more than so many times as much is critical; null where the operation alone says. */
  readonly raiseFactor: number | null;
  /** More than this no spend limit is raised to, however many agree; null where there is no such end. */
  readonly raiseCeilingCents: number | null;
}

export function buildDecisionLimits(document: DecisionLimitsDocument): DecisionLimits {
  return {
    approvalsPerHour: document.approvals_per_hour,
    requestsPerHour: document.requests_per_hour,
    openRequests: document.open_requests,
    coolDownMs: document.cool_down,
    raiseFactor: document.raise_factor ?? null,
    raiseCeilingCents: document.raise_ceiling ?? null,
  };
}
