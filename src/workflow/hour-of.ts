import { hourProblem } from '#approvals/hour.ts';
import type { Instant } from '#domain/instant.ts';
import { parseMoment } from '#domain/moment.ts';
import { oneLine } from '#domain/printable.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { evidenceMs } from './admit.ts';
import type { House } from './house.ts';
import type { UseCases } from './use-cases.ts';

const what = 'This was not planned.';

/** The hour that the asker means, in their own time zone as Slack says it; undefined for as soon as it is approved. */
export async function hourOf(
  house: House,
  { when = '', caller }: Parameters<UseCases['draft']>[0],
): Promise<Instant | undefined | Refusal> {
  if (when.trim() === '') return undefined;
  const now = house.clock.now();
  const standing = await house.people.standing(caller.slackId, evidenceMs);
  const zone = standing.kind === 'member' ? (standing.zone ?? 'UTC') : 'UTC';
  const at = parseMoment(when, { now, zone });
  if (at === null) {
    const rule = `“${oneLine(when, 40)}” is no hour. Write today 17:00, tomorrow 9:00, 2026-12-01 08:00 or in 2h.`;
    return refuse('at.unclear', { what, rule });
  }
  const problem = hourProblem(at, now);
  return problem === null ? at : refuse('at.out-of-reach', { what, rule: problem });
}
