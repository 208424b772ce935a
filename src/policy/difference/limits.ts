import { formatCents } from '#domain/money.ts';
import type { Policy } from '../policy.ts';
import { graverIsStricter } from './meaning.ts';
import { type Difference, looser, type Pair, tighter, unclear } from './difference.ts';
import { spanWords } from './span-words.ts';
import { differingKeys } from './same.ts';

type Limits = Policy['limits'];
type Key = keyof Limits;

/** How a limit moves: `less` where a smaller one lets through less, `more` where a greater one does. No limit at all lets through everything. */
const limits: Readonly<
  Record<Key, { readonly tighter: 'less' | 'more'; readonly says: (now: string, old: string) => string }>
> = {
  openRequestsPerPerson: {
    tighter: 'less',
    says: (now, old) => `One person could have ${now} open requests instead of ${old}.`,
  },
  approvalsPerHour: {
    tighter: 'less',
    says: (now, old) => `Of one person ${now} approvals an hour would count instead of ${old}.`,
  },
  requestsPerHour: {
    tighter: 'less',
    says: (now, old) => `One person could send ${now} requests an hour instead of ${old}.`,
  },
  openRequests: {
    tighter: 'less',
    says: (now, old) => `There could be ${now} open requests in all instead of ${old}.`,
  },
  raiseFactor: {
    tighter: 'less',
    says: (now, old) =>
      `A limit would become critical when it is raised to more than ${now} as much instead of ${old}.`,
  },
  raiseCeilingCents: {
    tighter: 'less',
    says: (now, old) => `No spend limit could be raised above ${now} instead of ${old}.`,
  },
  coolDownMs: {
    tighter: 'more',
    says: (now, old) => `What was denied could be asked again after ${now} instead of ${old}.`,
  },
  joinedBeforeMs: {
    tighter: 'more',
    says: (now, old) => `Whoever joins a Slack group would approve through it after ${now} instead of ${old}.`,
  },
};

function words(key: Key, value: number | null): string {
  if (value === null) return key === 'raiseFactor' ? 'any number of times' : 'any amount';
  if (key === 'raiseCeilingCents') return formatCents(value);
  if (key === 'raiseFactor') return `${value} times`;
  return key === 'coolDownMs' || key === 'joinedBeforeMs' ? spanWords(value) : String(value);
}

function ofOne({ was, is }: Pair, key: Key): readonly Difference[] {
  const [old, now] = [was.limits[key], is.limits[key]];
  if (old === now) return [];
  const grows = (now ?? Number.POSITIVE_INFINITY) > (old ?? Number.POSITIVE_INFINITY);
  const isTighter = grows === (limits[key].tighter === 'more');
  // More becomes critical by it, which is only less where critical asks for more.
  const isShown = key !== 'raiseFactor' || (graverIsStricter(was) && graverIsStricter(is));
  return [(isTighter && isShown ? tighter : looser)(limits[key].says(words(key, now), words(key, old)))];
}

export function compareLimits(pair: Pair): readonly Difference[] {
  const known = Object.keys(limits) as Key[];
  return [
    ...known.flatMap((key) => ofOne(pair, key)),
    ...differingKeys(pair.was.limits, pair.is.limits, known).map((key) => unclear(`limits: ${key} would change.`)),
  ];
}
