import { dayMs, type Instant } from '#domain/instant.ts';
import type { Asked, Policy } from './policy.ts';
import { workingEnd } from './working-time.ts';

/** A group whose members may take a seat from a moment on, because the group that was asked for it has been silent until then. */
export interface Later {
  readonly from: string;
  readonly at: Instant;
}

/** What is asked of whom, and who may stand in from when. The number of people never depends on it. */
export interface AskedInTime extends Asked {
  readonly later?: readonly Later[];
}

// No request waits longer for its approvers, so a moment beyond it never comes.
const neverAfterMs = 3 * dayMs;
// As many as wait at the same time in a large company, times the groups of a policy; finding a moment walks through days by the minute.
const mostKnown = 2000;
const known = new WeakMap<Policy, Map<string, Instant>>();

function silentUntil(policy: Policy, name: string, askedAt: Instant): Instant | null {
  const { escalateAfterMs = null, hours = null } = policy.groups[name] ?? {};
  if (escalateAfterMs === null) return null;
  const span = { from: askedAt, spanMs: escalateAfterMs, until: askedAt + neverAfterMs };
  return hours === null ? Math.min(span.until, askedAt + escalateAfterMs) : workingEnd(hours, policy.calendars, span);
}

function remembered(policy: Policy, name: string, askedAt: Instant): Instant | null {
  const moments = known.get(policy) ?? new Map<string, Instant>();
  known.set(policy, moments);
  const key = `${askedAt} ${name}`;
  const at = moments.get(key) ?? silentUntil(policy, name, askedAt);
  if (at === null) return null;
  if (moments.size >= mostKnown) moments.clear();
  moments.set(key, at);
  return at;
}

/** The fallbacks of these groups, each from the first moment at which one of the groups it stands in for has been silent for long enough. */
function laterOf(policy: Policy, from: readonly string[], askedAt: Instant): readonly Later[] {
  const moments = new Map<string, Instant>();
  for (const name of from) {
    const fallback = Object.hasOwn(policy.groups, name) ? (policy.groups[name]?.fallback ?? null) : null;
    if (fallback === null || from.includes(fallback)) continue;
    const at = remembered(policy, name, askedAt);
    if (at !== null) moments.set(fallback, Math.min(at, moments.get(fallback) ?? at));
  }
  return [...moments].map(([fallback, at]) => ({ from: fallback, at })).toSorted((one, other) => one.at - other.at);
}

/** Who comes to be asked before this moment, each once and the next first. */
export function stillToCome(asked: readonly Pick<AskedInTime, 'later'>[], until: Instant): readonly Later[] {
  const moments = new Map<string, Instant>();
  for (const { from, at } of asked.flatMap(({ later = [] }) => later)) {
    if (at < until) moments.set(from, Math.min(at, moments.get(from) ?? at));
  }
  return [...moments].map(([from, at]) => ({ from, at })).toSorted((one, other) => one.at - other.at);
}

/** What a rule asks, with who may stand in from when for a request that was made at this moment. */
export function inTime(policy: Policy, asked: readonly Asked[], askedAt: Instant): readonly AskedInTime[] {
  return asked.map((one) => {
    const later = laterOf(policy, one.from, askedAt);
    return later.length === 0 ? one : { ...one, later };
  });
}
