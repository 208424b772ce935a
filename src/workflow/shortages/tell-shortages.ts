import { dayMs, hourMs, type Instant } from '#domain/instant.ts';
import type { House } from '../house.ts';
import { shortagesAhead } from './shortages-ahead.ts';

const toldInWeek = 'coverage.week';
const WEEK_MS = 7 * dayMs;
// 1970-01-05 was a Monday; at seven somebody is about to read it, at least in one part of the world.
const FIRST_MONDAY = 4 * dayMs + 7 * hourMs;
// A message that lists more is a page; whoever gets there has to look at the policy itself.
const MOST_TOLD = 12;

const weekOf = (now: Instant): string => String(Math.floor((now - FIRST_MONDAY) / WEEK_MS));

function textOf(found: readonly string[]): string {
  const rest = found.length - MOST_TOLD;
  return [
    'Approvals that will stall in the coming week, because too few people can be reached:',
    ...found.slice(0, MOST_TOLD).map((line) => `• ${line}`),
    ...(rest > 0 ? [`• … and ${rest} more: /openai doctor`] : []),
    'What Slack and the policy say is all that is known: nobody tells Countersign who is on holiday or ill.',
  ].join('\n');
}

/** Says once a week, where the alerts are, which groups are too small for the week ahead. Answers how many there are, or null where it was said. */
export async function tellShortages(house: House): Promise<number | null> {
  const now = house.clock.now();
  const week = weekOf(now);
  const last = await house.store.read.meta.get(toldInWeek);
  if (last === week) return null;
  const found = await shortagesAhead(house);
  const { alerts: channel } = house.policy().policy.channels;
  const isFirst = await house.store.transact(async (tx) => {
    if (!(await tx.meta.replace(toldInWeek, { from: last, to: week }))) return false;
    if (found.length === 0) return true;
    const payload = { text: textOf(found), channel };
    await tx.outbox.put({ kind: 'notice', key: `coverage:${week}`, lane: 'normal', payload, notBefore: now }, now);
    return true;
  });
  return isFirst ? found.length : null;
}
