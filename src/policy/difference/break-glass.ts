import { neverAlone } from '../break-glass.ts';
import { nameOf } from '../people.ts';
import type { Policy } from '../policy.ts';
import type { BreakGlass } from '../powers-alone.ts';
import { coveredBy, type Vocabulary } from '../vocabulary.ts';
import { type Difference, looser, neutral, type Pair, tighter } from './difference.ts';
import { spanWords } from './span-words.ts';

const without = <T>(one: readonly T[], other: readonly T[]): readonly T[] =>
  one.filter((each) => !other.includes(each));

const alone = ({ operations }: BreakGlass, vocabulary: Vocabulary): readonly string[] =>
  coveredBy(operations, vocabulary)
    .filter(({ family, kind }) => kind === 'change' && !neverAlone.includes(family))
    .map(({ id }) => id);

const namesIn = (policy: Policy, { people }: Pick<BreakGlass, 'people'>): string =>
  people.map((person) => nameOf(policy, person)).join(', ');

function ofBoth({ was, is, vocabulary }: Pair, [old, now]: readonly [BreakGlass, BreakGlass]): readonly Difference[] {
  const [joined, left] = [without(now.people, old.people), without(old.people, now.people)];
  const [more, less] = [
    without(alone(now, vocabulary), alone(old, vocabulary)),
    without(alone(old, vocabulary), alone(now, vocabulary)),
  ];
  const said = (many: readonly unknown[], difference: () => Difference) => (many.length === 0 ? [] : [difference()]);
  const [deaf, told] = [without(old.notify, now.notify), without(now.notify, old.notify)];
  return [
    ...said(joined, () => looser(`${namesIn(is, { people: joined })} could act alone in an emergency.`)),
    ...said(left, () => tighter(`${namesIn(was, { people: left })} could no longer act alone in an emergency.`)),
    ...said(more, () => looser(`In an emergency one person alone could do ${more.join(', ')}.`)),
    ...said(less, () => tighter(`In an emergency nobody alone could do ${less.join(', ')} any more.`)),
    ...(now.lifetimeMs === old.lifetimeMs
      ? []
      : [
          (now.lifetimeMs < old.lifetimeMs ? tighter : looser)(
            `An emergency would last ${spanWords(now.lifetimeMs)} instead of ${spanWords(old.lifetimeMs)}.`,
          ),
        ]),
    ...(now.incident === old.incident
      ? []
      : [looser(`The link to an emergency would look like ${now.incident} instead of ${old.incident}.`)]),
    ...said(deaf, () => looser(`${deaf.join(', ')} would no longer be told of an emergency.`)),
    ...said(told, () => neutral(`${told.join(', ')} would be told of an emergency.`)),
  ];
}

/** Who may do what alone, as long as an emergency lasts. */
export function compareBreakGlass(pair: Pair): readonly Difference[] {
  const [old, now] = [pair.was.breakGlass, pair.is.breakGlass];
  if (old !== null && now !== null) return ofBoth(pair, [old, now]);
  if (old !== null) return [tighter('Nobody could act alone in an emergency any more.')];
  if (now === null) return [];
  const what = alone(now, pair.vocabulary).join(', ');
  return [looser(`${namesIn(pair.is, now)} could do ${what} alone in an emergency, for ${spanWords(now.lifetimeMs)}.`)];
}
