import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import type { ViewAction } from '../view.ts';
import { rolloutFields } from './fields.ts';
import { type RolloutRow, rolloutRowSchema } from './rollout-schema.ts';

function actionsOf({ selector, group, goes }: RolloutRow): readonly ViewAction[] {
  const about = { operations: selector, for: group };
  const hold: ViewAction = {
    label: 'Hold back',
    operation: operationId('rollout.hold'),
    input: { ...about, mode: goes === 'on' ? 'plan-only' : 'off' },
    style: 'danger',
  };
  const open: ViewAction = {
    label: 'Open',
    operation: operationId('rollout.open'),
    input: { ...about, mode: 'on' },
    style: 'plain',
  };
  return [...(goes === 'on' ? [] : [open]), ...(goes === 'off' ? [] : [hold])];
}

export const listRollout = declareRead({
  id: operationId('rollout.list'),
  alias: 'rollout',
  title: 'Show the rollout',
  summary: 'How far each family of operations goes, for whom, who said so and when, and why no further.',
  example: '/openai rollout',
  fields: { operations: { ...rolloutFields.operations, required: false, hint: 'Only these; everything if left out.' } },
  bare: ['operations'],
  callBudget: 0,
  known: z.object({ rows: z.array(rolloutRowSchema) }),
  need: ({ input }, have) =>
    have.rows === undefined ? [recall('rows', { of: 'rollout', selector: input.operations ?? '*' })] : [],
  view: (_ask, { rows }) => ({
    title: 'Rollout',
    parts: [
      {
        part: 'rows',
        columns: ['What', 'For', 'Goes', 'Why no further', 'Last word'],
        rows: rows.map((row) => ({
          cells: [row.what, row.whom, row.goes, row.why, row.said],
          actions: actionsOf(row),
        })),
        empty: 'No operation of that name changes anything.',
      },
    ],
  }),
});
