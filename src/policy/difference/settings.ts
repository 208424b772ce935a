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
  'confidential',
  'decideWithinMs',
  'collectWithinMs',
  'limits',
  'safeguards',
  'takeBackMs',
  'stepUp',
  'breakGlass',
  'protectedTargets',
  'labels',
  'calendars',
  'incidentLink',
];

/** Whatever this comparison does not know by name. */
function compareRest({ was, is }: Pair): readonly Difference[] {
  return differingKeys(was, is, COMPARED).map((key) =>
    unclear(`${key} would change, in a way that is not compared and so counts as looser.`),
  );
}

export function compareSettings(pair: Pair): readonly Difference[] {
  return [...compareTimes(pair), ...comparePlace(pair), ...compareRest(pair)];
}
