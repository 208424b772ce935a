import { countQuorum } from '#approvals/quorum.ts';
import { shortRequestId } from '#domain/ids.ts';
import { count, dayMs } from '#domain/instant.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Replay } from '#operations/policy/change-schema.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { Policy } from '#policy/policy.ts';
import type { Requirement, Verdict } from '#policy/verdict.ts';
import { type Asking, factsUnder, matterOfPlan } from '../consult-policy.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import { seenByAll } from '../sight.ts';

const DAYS = 90;
// Each is judged twice in memory, some milliseconds in all; a busier company sees its newest thousand, and is told so.
const MOST = 1000;
const MOST_LINES = 10;

type Effect = 'fails' | 'fewer' | 'more' | 'same';

const total = (requirements: readonly Requirement[]): number => requirements.reduce((sum, one) => sum + one.count, 0);

function isMet(
  record: PlannedRequest,
  verdict: Verdict,
  decisions: Parameters<typeof countQuorum>[0]['decisions'],
): boolean {
  if (verdict.kind === 'deny') return false;
  const { requester, beneficiary } = record.terms;
  return countQuorum({ requirements: verdict.requirements, decisions, digest: record.digest, requester, beneficiary })
    .met;
}

async function effectOn(house: Asking, record: PlannedRequest, pair: { was: Policy; is: Policy }): Promise<Effect> {
  const { terms } = record;
  const operation = findOperation(terms.plan.operation);
  if (operation === null) return 'same';
  const matter = matterOfPlan(operation, terms);
  const [was, is] = await Promise.all(
    [pair.was, pair.is].map(async (policy) => evaluate(policy, await factsUnder(house, policy, matter))),
  );
  if (was === undefined || is === undefined) return 'same';
  const decisions = await seenByAll(house).requests.decisions(terms.id);
  if (isMet(record, was, decisions) && !isMet(record, is, decisions)) return 'fails';
  if (was.kind === 'deny') return is.kind === 'deny' ? 'same' : 'fewer';
  if (is.kind === 'deny') return 'fails';
  const [before, after] = [total(was.requirements), total(is.requirements)];
  return after < before ? 'fewer' : after > before ? 'more' : 'same';
}

const words: Readonly<Record<Exclude<Effect, 'same'>, string>> = {
  fails: 'would not have gone through as it did',
  fewer: 'would have needed fewer people',
  more: 'would have needed more people',
};

/** What another policy would have made of the requests of the last 90 days, with today's members of every group. Reads only. */
export async function replay(house: Asking, pair: { readonly was: Policy; readonly is: Policy }): Promise<Replay> {
  const from = house.clock.now() - DAYS * dayMs;
  const newest = await seenByAll(house).requests.list({ limit: MOST });
  const asked = newest.filter(({ createdAt, state }) => createdAt >= from && state !== 'draft');
  const counts = { fails: 0, fewer: 0, more: 0, same: 0 };
  const lines: string[] = [];
  for (const record of asked) {
    const effect = await effectOn(house, record, pair);
    counts[effect] += 1;
    if (effect === 'same' || lines.length >= MOST_LINES) continue;
    lines.push(`${shortRequestId(record.terms.id)} ${record.terms.plan.title}: ${words[effect]}`);
  }
  const { fails, fewer, more } = counts;
  const isCut = newest.length === MOST && newest.every(({ createdAt }) => createdAt >= from);
  return { days: DAYS, asked: asked.length, isCut, fails, fewer, more, lines };
}

/** `Of 40 requests of the last 90 days, 4 would not have gone through as they did, 2 would have needed fewer people and none more.` */
export function replaySentence({ days, asked, isCut, fails, fewer, more }: Replay): string {
  if (asked === 0) return `Nothing was asked for in the last ${days} days, so there is nothing to replay.`;
  const of = `${isCut ? 'the newest ' : ''}${count(asked, 'request')}`;
  const n = (many: number): string => (many === 0 ? 'none' : String(many));
  return `Of ${of} of the last ${days} days, ${n(fails)} would not have gone through as they did, ${n(fewer)} would have needed fewer people and ${n(more)} more.`;
}
