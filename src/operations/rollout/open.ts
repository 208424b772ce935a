import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { RolloutWish } from '../act.ts';
import { declareChange } from '../operation.ts';
import type { Change } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { rolloutFields } from './fields.ts';
import { namesOf } from './names-of.ts';
import { knownMove, needMove } from './need-move.ts';
import type { RolloutMove } from './rollout-schema.ts';

const id = operationId('rollout.open');

type Move = Extract<RolloutMove, { kind: 'move' }>;
type Mode = RolloutWish['mode'];

const rank: Readonly<Record<Mode, number>> = { off: 0, 'plan-only': 1, on: 2 };
const isLess = (one: Mode, other: Mode): boolean => rank[one] < rank[other];

// What is opened at once is seldom more than a family; of everything, nobody reads a hundred names.
const MOST_NAMED = 12;
// Of a change only the beginning of its label is drawn.
const MOST_IN_LABEL = 3;

const names = (of: Move['covers'], most = MOST_NAMED): string =>
  namesOf(
    of.map(({ operation }) => operation),
    most,
  );

/** Everything that is equally far by now in one line. */
function changesOf({ covers, meant }: Move, to: Mode): readonly Change[] {
  const moved = covers.filter(({ now }) => now !== to);
  return [...Map.groupBy(moved, ({ now }) => now)].map(([before, of]) => ({
    label: of.length === covers.length ? meant : names(of, MOST_IN_LABEL),
    before,
    after: to,
  }));
}

function warningsOf({ covers, over, stepUp }: Move, to: Mode): readonly string[] {
  const sent = covers.filter(({ now, ceiling }) => to === 'on' && now !== 'on' && ceiling === 'on');
  const capped = covers.filter(({ ceiling }) => isLess(ceiling, to));
  const critical = sent.filter(({ tier }) => tier === 'critical');
  const others = over.filter(({ isOfOthers }) => isOfOthers);
  return [
    ...(sent.length === 0 ? [] : ['What is approved of this is sent to OpenAI from then on.']),
    ...(critical.length === 0 ? [] : [`Critical among it: ${names(critical)}.`]),
    ...(critical.length === 0 || stepUp === '' ? [] : [`Nothing critical is sent yet all the same: ${stepUp}.`]),
    ...(capped.length === 0 ? [] : [`The policy’s “live” lets these go less far, and that stays: ${names(capped)}.`]),
    ...others.map(({ sentence }) => `It is the last word also for whoever is meant by an earlier one: ${sentence}.`),
  ];
}

/** Why there is nothing to open; null where there is. */
function refuseNothing({ covers, meant }: Move, to: Mode): Refusal | null {
  const wider = covers.filter(({ now }) => isLess(now, to));
  if (wider.length === 0) {
    return refuse('rollout.open.same', {
      what: 'There is nothing to open.',
      rule: `${meant} is ${to} already, or further. To hold it back: /openai rollout hold.`,
    });
  }
  if (wider.some(({ now, ceiling }) => isLess(now, ceiling))) return null;
  return refuse('rollout.open.ceiling', {
    what: 'This cannot be opened yet.',
    rule: `The policy’s “live” is the ceiling, and lets none of this go further than ${wider[0]?.ceiling ?? 'off'}.`,
    whoCan: 'The policy’s owners: say live: on for it in the file, and have that adopted with /openai policy adopt.',
  });
}

export const openOperations = declareChange({
  id,
  title: 'Open operations',
  summary: 'Lets operations go further: approved changes are sent from then on. Two people have to agree.',
  example: '/openai rollout open keys.* on --for platform --reason "two weeks of plans were right"',
  at: 'house',
  tier: 'critical',
  bare: ['operations', 'mode'],
  fields: {
    operations: rolloutFields.operations,
    mode: {
      kind: 'choice',
      label: 'How far',
      hint: 'On sends what is approved; plan-only lets people ask again for what was off.',
      required: true,
      options: [
        { value: 'on', label: 'on' },
        { value: 'plan-only', label: 'plan-only' },
      ],
    },
    for: rolloutFields.for,
  },
  callBudget: 0,
  known: knownMove,
  need: needMove,
  plan: ({ input }, { move }) => {
    if (move.kind === 'none') return refuse(move.code, { what: move.what, rule: move.rule });
    const mode = input.mode as Mode;
    const nothing = refuseNothing(move, mode);
    if (nothing !== null) return nothing;
    const over = move.over.map((word) => word.id);
    const wish = { selector: input.operations, group: input.for, mode };
    return planOf({
      operation: id,
      tier: 'critical',
      title: mode === 'on' ? `Switch on: ${move.meant}` : `Let it be planned again: ${move.meant}`,
      gist: `${move.meant}: ${mode}`,
      target: { kind: 'rollout', id: input.operations, name: input.operations },
      changes: changesOf(move, mode),
      holds: move.over[0]?.sentence ?? 'Nobody has opened or held this before',
      warnings: warningsOf(move, mode),
      guards: { earlier: move.over.map(({ sentence }) => sentence) },
      before: { covers: move.covers.map((each) => ({ ...each })) },
      steps: [],
      act: { kind: 'open-rollout', ...wish, over },
      inverse: {
        verdict: 'partial',
        sentence: 'hold it back, at once and by one person: /openai rollout hold; what was sent by then stays.',
        operation: null,
        input: null,
      },
    });
  },
});
