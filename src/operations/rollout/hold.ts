import { operationId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import { declareStop } from '../operation.ts';
import { rolloutFields } from './fields.ts';
import { knownMove, needMove } from './need-move.ts';

export const holdOperations = declareStop({
  id: operationId('rollout.hold'),
  title: 'Hold operations back',
  summary: 'Keeps operations at plan-only or off, at once and by one person: it can only hold back.',
  example: '/openai rollout hold keys.* plan-only --reason "a plan named the wrong project"',
  bare: ['operations', 'mode'],
  fields: {
    operations: rolloutFields.operations,
    mode: {
      kind: 'choice',
      label: 'How far at most',
      hint: 'Plan-only goes through asking and approving and sends nothing; off cannot even be asked for.',
      required: true,
      options: [
        { value: 'plan-only', label: 'plan-only' },
        { value: 'off', label: 'off' },
      ],
    },
    for: rolloutFields.for,
  },
  callBudget: 0,
  known: knownMove,
  need: needMove,
  stop: ({ input }, { move }) => {
    if (move.kind === 'none') return refuse(move.code, { what: move.what, rule: move.rule });
    const mode = input.mode === 'off' ? 'off' : 'plan-only';
    return { kind: 'hold-rollout', selector: input.operations, group: input.for, mode };
  },
});
