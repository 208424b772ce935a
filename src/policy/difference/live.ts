import { type LiveMode, liveModes, type LiveRule, type Policy } from '../policy.ts';
import { covers, type OperationWord } from '../vocabulary.ts';
import { type Difference, looser, type Pair, tighter } from './difference.ts';
import { movedGroup } from './groups.ts';
import { isSame } from './same.ts';

type Line = Pick<LiveRule, 'requesters' | 'mode'>;

const rank = (mode: LiveMode): number => liveModes.indexOf(mode);

/** The lines that may decide on this operation, the default last. */
function linesFor({ live }: Policy, operation: OperationWord): readonly Line[] {
  const own = live.rules.filter((line) => line.operations.some((selector) => covers(selector, operation)));
  return [...own, { requesters: 'everyone', mode: live.default }];
}

const isSteady = (pair: Pair, { requesters }: Line): boolean =>
  requesters === 'everyone' || requesters.every((name) => movedGroup(pair, name) !== 'shrank');

/** Line for line the same people and no further; or whatever line fits now, none fits that went less far before. */
function goesNoFurther(pair: Pair, operation: OperationWord): boolean {
  const [before, after] = [linesFor(pair.was, operation), linesFor(pair.is, operation)];
  const isPairwise =
    before.length === after.length &&
    after.every((line, i) => {
      const old = before[i];
      return (
        old !== undefined &&
        isSame(old.requesters, line.requesters) &&
        isSteady(pair, line) &&
        rank(line.mode) <= rank(old.mode)
      );
    });
  const most = Math.max(...after.map(({ mode }) => rank(mode)));
  return isPairwise || most <= Math.min(...before.map(({ mode }) => rank(mode)));
}

function lineWords({ operations, requesters, mode }: LiveRule): string {
  return `${operations.join(', ')} ${mode} for ${requesters === 'everyone' ? requesters : requesters.join(', ')}`;
}

export function compareLive(pair: Pair): readonly Difference[] {
  const { was, is, vocabulary } = pair;
  const say = vocabulary.operations.every((operation) => goesNoFurther(pair, operation)) ? tighter : looser;
  const [before, after] = [was.live.rules.map(lineWords), is.live.rules.map(lineWords)];
  const lines = [
    ...(was.live.default === is.live.default
      ? []
      : [`What no line of live names would be ${is.live.default} instead of ${was.live.default}.`]),
    ...after.filter((line) => !before.includes(line)).map((line) => `live would say: ${line}.`),
    ...before.filter((line) => !after.includes(line)).map((line) => `live would no longer say: ${line}.`),
  ];
  const isMoved = lines.length === 0 && !isSame(before, after);
  return [...lines, ...(isMoved ? ['The lines of live would be tried in another order.'] : [])].map(say);
}

/** Lines of `live` that stand as they stood and still let somebody go further, because a group they name lost people. */
export function goesFurther(pair: Pair): boolean {
  return !pair.vocabulary.operations.every((operation) => goesNoFurther(pair, operation));
}
