import { formatDuration } from '#domain/duration.ts';
import type { Confidential } from '../secrecy.ts';
import { type Difference, looser, type Pair, tighter } from './difference.ts';

const inWords = ({ operations, requesters, approvers, delayMs }: Confidential): string =>
  `${requesters.join(', ')} could keep ${operations.join(', ')} confidential, decided by ${approvers.join(', ')}, until ${formatDuration(delayMs)} after it ran`;

const lists = {
  operations: (names: string) => `${names} could be confidential`,
  requesters: (names: string) => `${names} could ask confidentially`,
  approvers: (names: string) => `${names} would decide on what is confidential`,
} as const;

function ofList(key: keyof typeof lists, was: Confidential, is: Confidential): readonly Difference[] {
  const added = is[key].filter((one) => !was[key].includes(one)).join(', ');
  const gone = was[key].filter((one) => !is[key].includes(one)).join(', ');
  return [
    ...(added === '' ? [] : [looser(`${lists[key](added)}.`)]),
    ...(gone === '' ? [] : [tighter(`${lists[key](gone)} no longer.`)]),
  ];
}

function ofDelay(was: number, is: number): readonly Difference[] {
  if (was === is) return [];
  const say = is > was ? looser : tighter;
  return [
    say(`What is confidential would stay so for ${formatDuration(is)} after it ran instead of ${formatDuration(was)}.`),
  ];
}

/** Whoever may hide more, or for longer, or from more of those who decided before, does more. Who joins a group is told of the group. */
export function compareConfidential(pair: Pair): readonly Difference[] {
  const [was, is] = [pair.was.confidential, pair.is.confidential];
  if (was === null && is === null) return [];
  if (is === null) return [tighter('Nothing could be kept confidential any more.')];
  if (was === null) return [looser(`${inWords(is)}.`)];
  return [
    ...ofList('operations', was, is),
    ...ofList('requesters', was, is),
    ...ofList('approvers', was, is),
    ...ofDelay(was.delayMs, is.delayMs),
  ];
}
