import type { RequestId } from '#domain/ids.ts';
import { electorateOf, quorumOf } from '../electorate.ts';
import type { House } from '../house.ts';
import { runsOnQuorum } from '../warrants/warrant.ts';
import { poolOf } from './pool.ts';

/** How the waiting for approvers goes, for whoever waits. */
export interface Wait {
  /** Groups whose people could take what is still open. */
  readonly groups: readonly string[];
  /** How many people could decide, of those that were looked at. */
  readonly people: number;
  /** How many of these are within their working hours. Hours, not presence: Slack is not asked who is there. */
  readonly atWork: number;
  /** How long the first decision usually takes under the same rule, in milliseconds; null where there are too few to say. */
  readonly usualMs: number | null;
}

// Of two answers one is always the slow one.
const leastSamples = 3;
const mostSamples = 20;

function median(times: readonly number[]): number | null {
  if (times.length < leastSamples) return null;
  const sorted = times.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? null) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** How the waiting for a decision goes; null for what waits for none. */
export async function waitOf(house: House, id: RequestId): Promise<Wait | null> {
  const { requests, desk } = house.store.read;
  const record = await requests.find(id);
  const asking = (await desk.asking([id])).get(id);
  if (record?.state !== 'pending' || asking === undefined || !runsOnQuorum(record)) return null;
  const electorate = await electorateOf(house, record);
  const decisions = await requests.decisions(id);
  const people = await poolOf(house, { record, electorate, decisions, asking });
  const { missing } = quorumOf(record, electorate, decisions);
  return {
    groups: [...new Set(missing.flatMap(({ from }) => from))],
    people: people.length,
    atWork: people.filter(({ isAtWork }) => isAtWork).length,
    usualMs: median(await desk.answerTimes(record.terms.rule, mostSamples)),
  };
}
