import { formatDuration } from '#domain/duration.ts';
import { askedSentence, complete } from '../consent.ts';
import type { ChangeTier, WrittenManner } from '../policy.ts';
import { asksAsMuch } from './consent.ts';
import { type Difference, looser, neutral, type Pair, tighter, unclear } from './difference.ts';
import { differingKeys, isSame } from './same.ts';

const OPEN = { kind: 'one', count: null, from: null } as const;

export function compareTiers({ was, is }: Pair): readonly Difference[] {
  return (['routine', 'destructive', 'critical'] as const satisfies readonly ChangeTier[]).flatMap((tier) => {
    const before = complete(OPEN, was.tiers[tier], tier);
    const after = complete(OPEN, is.tiers[tier], tier);
    const manner = compareManner(tier, was.manners[tier], is.manners[tier]);
    if (isSame(before, after)) return manner;
    const words = (asked: typeof before) => (asked === null ? 'what each rule says' : askedSentence(asked));
    const say = after !== null && asksAsMuch(after, before) ? tighter : looser;
    return [say(`A ${tier} change would need ${words(after)} instead of ${words(before)}.`), ...manner];
  });
}

function compareManner(tier: ChangeTier, was: WrittenManner, is: WrittenManner): readonly Difference[] {
  const ofUnits = [was.differentUnit === true, is.differentUnit === true] as const;
  const ofOrder = [was.inOrder === true, is.inOrder === true] as const;
  const say = (now: boolean) => (now ? tighter : looser);
  return [
    ...(ofUnits[0] === ofUnits[1]
      ? []
      : [
          say(ofUnits[1])(
            `Approvers of a ${tier} change ${ofUnits[1] ? 'would have to' : 'would not have to'} be of different units.`,
          ),
        ]),
    ...(ofOrder[0] === ofOrder[1]
      ? []
      : [
          say(ofOrder[1])(
            `Approvers of a ${tier} change ${ofOrder[1] ? 'would have to' : 'would not have to'} decide in order.`,
          ),
        ]),
    ...(isSame(was.notify, is.notify) ? [] : [neutral(`Others would hear of a ${tier} change.`)]),
  ];
}

export function compareProduction({ was, is }: Pair): readonly Difference[] {
  const added = is.production.filter((one) => !was.production.includes(one));
  const gone = was.production.filter((one) => !is.production.includes(one));
  return [
    ...(added.length === 0 ? [] : [tighter(`${added.join(', ')} would count as production.`)]),
    ...(gone.length === 0 ? [] : [looser(`${gone.join(', ')} would no longer count as production.`)]),
  ];
}

function compareTimes({ was, is }: Pair): readonly Difference[] {
  const times = [
    ['decideWithinMs', 'Approvers would have'],
    ['collectWithinMs', 'An approval would last'],
  ] as const;
  return times.flatMap(([key, words]) => {
    if (was[key] === is[key]) return [];
    const say = is[key] < was[key] ? tighter : looser;
    return [say(`${words} ${formatDuration(is[key])} instead of ${formatDuration(was[key])}.`)];
  });
}

function compareLimits({ was, is }: Pair): readonly Difference[] {
  const [before, after] = [was.limits.openRequestsPerPerson, is.limits.openRequestsPerPerson];
  const own = after < before ? tighter : looser;
  return [
    ...(before === after ? [] : [own(`One person could have ${after} open requests instead of ${before}.`)]),
    ...differingKeys(was.limits, is.limits, ['openRequestsPerPerson']).map((key) =>
      unclear(`limits: ${key} would change.`),
    ),
  ];
}

function comparePlace({ was, is }: Pair): readonly Difference[] {
  const channels = (['approvals', 'audit', 'alerts'] as const).filter((key) => was.channels[key] !== is.channels[key]);
  const workspace =
    was.workspace === is.workspace
      ? []
      : [
          was.workspace === null
            ? tighter('Only one workspace would be served.')
            : looser('The workspace that is served would change.'),
        ];
  // Whoever moves a channel decides who sees what happens.
  return [...channels.map((key) => looser(`The channel of ${key} would be another one.`)), ...workspace];
}

const COMPARED = [
  'version',
  'workspace',
  'channels',
  'people',
  'groups',
  'production',
  'tiers',
  'manners',
  'rules',
  'live',
  'desk',
  'decideWithinMs',
  'collectWithinMs',
  'limits',
];

/** Whatever this comparison does not know by name. */
function compareRest({ was, is }: Pair): readonly Difference[] {
  return differingKeys(was, is, COMPARED).map((key) =>
    unclear(`${key} would change, in a way that is not compared and so counts as looser.`),
  );
}

export function compareSettings(pair: Pair): readonly Difference[] {
  return [...compareTimes(pair), ...compareLimits(pair), ...comparePlace(pair), ...compareRest(pair)];
}
