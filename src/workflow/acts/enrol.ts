import { dayMs } from '#domain/instant.ts';
import type { Act } from '#operations/act.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import { tellPresence } from '../step-up/tell.ts';
import type { Acting, ActResult } from './act-result.ts';

// A day to find a quiet minute for it; after that the approval was for a situation that is over.
const OPEN_MS = dayMs;

/** Gives somebody the right to enrol once. The right is told in Slack; what is enrolled never goes through it. */
export async function enrol(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'enrol' }>>,
): Promise<ActResult> {
  const now = house.clock.now();
  const { person, name, coolingMs } = act;
  const requestId = record.terms.id;
  const times = { opensAt: now, expiresAt: now + OPEN_MS, coolingMs };
  await tx.stepUp.grantEnrolment({ person, name, origin: 'request', requestId, ...times });
  const what = { person, name, until: now + OPEN_MS, origin: 'request' };
  await enter(tx, house, { kind: 'step-up.granted', who: 'system:execute', requestId, what });
  await tellPresence(tx, house, {
    key: `granted:${requestId}`,
    text: `${name} may enrol a passkey or one-time codes within a day: /openai step-up page. If that was not ${name}, reset it: /openai step-up reset.`,
    to: [record.terms.requester.slackId],
  });
  return { applied: true, outcome: `${name} can enrol within a day: /openai step-up page opens the page.` };
}
