import { z } from 'zod';
import { hourMs, minuteMs, secondMs } from '#domain/instant.ts';
import { say } from '../leaves.ts';
import { longestTakeBackMs, stepUps, type WrittenSafeguards } from '../safeguards.ts';
import { briefly } from './brief-span.ts';

/** What a tier or a rule says about protecting a decision, beside how many approve and from where. */
export const safeguardKeys = {
  step_up: z
    .enum(stepUps, { error: say('Write how an approver proves who they are: none, code or passkey.') })
    .optional()
    .describe('How an approver proves who they are: none, code or passkey. Left out: none.'),
  // More than two minutes nobody reads one plan: people would leave the window open and press without looking.
  dwell: briefly(2 * minuteMs, 'Write how long the plan is open before Approve counts, from 0s to 2m, such as 4s.')
    .optional()
    .describe(
      'How long the plan is open before Approve counts, 0s to 2m. Left out: 4s for critical changes, else none.',
    ),
  // Longer than a day is no veto but a delay; that is what asking for an hour is for.
  veto: briefly(
    24 * hourMs,
    'Write how long anybody who could have denied can still cancel, from 0s to 24h, such as 10m.',
  )
    .optional()
    .describe(
      'So long after the last approval it can be cancelled by whoever could have denied it, 0s to 24h; never for revoking, pausing and containing. Left out: not at all.',
    ),
  type_target: z
    .boolean({ error: say('Write true, and approvers type the target’s name; or false.') })
    .optional()
    .describe('Approvers type the name of the target, or the short code. Left out: false.'),
};

interface SafeguardsDocument {
  readonly step_up?: WrittenSafeguards['stepUp'] | undefined;
  readonly dwell?: number | undefined;
  readonly veto?: number | undefined;
  readonly type_target?: boolean | undefined;
}

export function buildSafeguards(document: SafeguardsDocument): WrittenSafeguards {
  return {
    stepUp: document.step_up ?? null,
    dwellMs: document.dwell ?? null,
    vetoMs: document.veto ?? null,
    typed: document.type_target ?? null,
  };
}

export const takeBack = briefly(
  longestTakeBackMs,
  'Write how long an approval can be taken back before anything is sent, from 0s to 1m, such as 10s.',
).default(10 * secondMs);
