import { formatDuration } from '#domain/duration.ts';
import type { Group } from '../policy.ts';
import { type Difference, looser, neutral, tighter } from './difference.ts';

type StandIn = Pick<Group, 'fallback' | 'escalateAfterMs'>;

/** Null where nobody ever stands in: without a moment a fallback is only a name. */
function whoAndWhen({ fallback, escalateAfterMs }: StandIn): { who: string; afterMs: number } | null {
  return fallback === null || escalateAfterMs === null ? null : { who: fallback, afterMs: escalateAfterMs };
}

/** Who may approve in place of a group that is silent. Sooner is looser, because fewer of those who were meant have seen it. */
export function compareStandIn(name: string, before: StandIn, after: StandIn): readonly Difference[] {
  const [was, is] = [whoAndWhen(before), whoAndWhen(after)];
  if (is === null) {
    if (was !== null) return [tighter(`${was.who} would no longer approve in place of ${name}.`)];
    const isOther = before.fallback !== after.fallback;
    return isOther
      ? [neutral(`Who stands in for ${name} would be named otherwise, and asked as little as before.`)]
      : [];
  }
  if (was?.who !== is.who) {
    const instead = was === null ? '' : `, and ${was.who} no longer`;
    return [looser(`${is.who} could approve in place of ${name} after ${formatDuration(is.afterMs)}${instead}.`)];
  }
  if (was.afterMs === is.afterMs) return [];
  const say = is.afterMs < was.afterMs ? looser : tighter;
  const times = `after ${formatDuration(is.afterMs)} instead of ${formatDuration(was.afterMs)}`;
  return [say(`${is.who} could approve in place of ${name} ${times}.`)];
}
