import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { dayMs, type Instant, utcMinute } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import type { InputOf } from '../field.ts';
import { read } from '../need.ts';
import { keepTotalCents, monthStart } from '../objects/cost.ts';
import { type Ask, declareRead } from '../operation.ts';
import { groupName, needNames, rememberedNames } from '../usage/group-names.ts';
import type { View } from '../view.ts';
import {
  costGroupings,
  type CostQuestion,
  costRowSchema,
  costsCall,
  isCostGrouping,
  keepCostRows,
} from './cost-rows.ts';

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'Only of this project.', required: false },
  by: {
    kind: 'choice',
    label: 'One row for each',
    hint: 'Leave it out for one row a project, or what it was spent for where a project is chosen.',
    required: false,
    options: Object.entries(costGroupings).map(([value, { head }]) => ({ value, label: head })),
  },
  since: {
    kind: 'duration',
    label: 'Since',
    hint: 'How far back: 30d. From the first of this month if left out.',
    required: false,
    minMs: dayMs,
    // Three pages, which OpenAI answers without being asked to wait.
    maxMs: 366 * dayMs,
    suggest: ['7d', '30d', '90d'],
  },
} as const;

const known = z.object({
  costs: z.object({ rows: z.array(costRowSchema), totalCents: z.int() }),
  ...rememberedNames,
});
type ShowAsk = Ask<InputOf<typeof fields>>;
type Known = z.infer<typeof known>;

/** Costs are told by days of UTC, so that a span begins at the midnight before it. */
const startOf = (now: Instant, spanMs: number | null): Instant =>
  spanMs === null ? monthStart(now) : Math.floor((now - spanMs) / dayMs) * dayMs;

function questionOf({ input, now }: ShowAsk): CostQuestion {
  const usual = input.project === null ? 'project' : 'line-item';
  const by = input.by !== null && isCostGrouping(input.by) ? input.by : usual;
  return { by, project: input.project, from: startOf(now, input.since) };
}

const percent = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });

function view({ by, project, from }: CostQuestion, have: Known): View {
  const { rows, totalCents } = have.costs;
  return {
    title: project === null ? 'Costs' : `Costs of ${project.name}`,
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Total', value: formatCents(totalCents) },
          { label: 'Since', value: utcMinute(from) },
        ],
      },
      {
        part: 'rows',
        columns: [costGroupings[by].head, 'Cost', 'Share'],
        rows: rows.map(({ group, cents }) => ({
          cells: [
            groupName(group, by, have),
            formatCents(cents),
            totalCents > 0 ? percent.format(cents / totalCents) : '',
          ],
          actions: [],
        })),
        empty: 'Nothing was spent in this time.',
      },
      { part: 'note', text: 'As OpenAI bills it. Today is not complete yet, and days are those of UTC.' },
    ],
  };
}

export const showCosts = declareRead({
  id: operationId('costs.show'),
  title: 'Show costs',
  summary: 'What was spent since when, by project, by what it was spent for, by day, key or person.',
  example: '/openai costs show search-dev --by line-item --since 30d',
  fields,
  callBudget: 1,
  known,
  need: (ask, have) => {
    if (have.costs !== undefined) return [];
    const question = questionOf(ask);
    return [
      read('costs', {
        call: costsCall(question),
        // The total is rounded by itself: a hundred rows of half a cent are half a dollar.
        keep: (answer) => ({ rows: keepCostRows(question.by)(answer), totalCents: keepTotalCents(answer) }),
        pages: 'all',
      }),
      ...needNames(question.by, question.project),
    ];
  },
  view: (ask, have) => view(questionOf(ask), have),
});
