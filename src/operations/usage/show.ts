import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { dayMs, utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { type Need, read } from '../need.ts';
import { type Ask, declareRead } from '../operation.ts';
import type { View, ViewPart } from '../view.ts';
import { groupName, needNames, rememberedNames } from './group-names.ts';
import { type Grouping, groupings, isGrouping, usageKindOf, usageKinds, usageWords } from './kinds.ts';
import { keepUsage, startOfSpan, usageCall, type UsageQuestion, usageRowSchema } from './usage-rows.ts';

const fields = {
  kind: {
    kind: 'choice',
    label: 'Usage of',
    hint: 'For example completions, embeddings or images.',
    required: true,
    initial: 'completions',
    options: usageWords.map((value) => ({ value, label: usageKinds[value].says })),
  },
  project: { kind: 'project', label: 'Project', hint: 'Only of this project.', required: false },
  by: {
    kind: 'choice',
    label: 'One row for each',
    hint: 'Leave it out for one row a project, or a day where a project is chosen.',
    required: false,
    options: Object.entries(groupings).map(([value, { head }]) => ({ value, label: head })),
  },
  since: {
    kind: 'duration',
    label: 'Since',
    hint: 'How far back: 7d, 30d. Seven days if left out.',
    required: false,
    minMs: dayMs,
    // Three pages, which OpenAI answers without being asked to wait.
    maxMs: 92 * dayMs,
    suggest: ['1d', '7d', '30d', '90d'],
    initial: '7d',
  },
} as const;

const known = z.object({ rows: z.array(usageRowSchema), ...rememberedNames });
type ShowAsk = Ask<InputOf<typeof fields>>;
type Known = z.infer<typeof known>;

function questionOf({ input, now }: ShowAsk): UsageQuestion | Refusal {
  const kind = usageKindOf(input.kind);
  const usual: Grouping = input.project === null ? 'project' : 'day';
  const by = input.by !== null && isGrouping(input.by) ? input.by : usual;
  if (!kind.groupings.includes(by)) {
    return refuse('usage.grouping', {
      what: `${kind.says} cannot be shown by ${groupings[by].head.toLowerCase()}.`,
      rule: `OpenAI tells them apart by: ${kind.groupings.join(', ')}.`,
    });
  }
  return { kind, by, project: input.project, from: startOfSpan(now, input.since ?? 7 * dayMs) };
}

const number = new Intl.NumberFormat('en-US');

function totals({ kind }: UsageQuestion, { rows }: Known): ViewPart {
  const facts = kind.measures.map(({ head }, place) => ({
    label: head,
    value: number.format(rows.reduce((sum, { values }) => sum + (values[place] ?? 0), 0)),
  }));
  return { part: 'facts', facts };
}

function table({ kind, by }: UsageQuestion, have: Known): ViewPart {
  return {
    part: 'rows',
    columns: [groupings[by].head, ...kind.measures.map(({ head }) => head)],
    rows: have.rows.map(({ group, values }) => ({
      cells: [groupName(group, by, have), ...values.map((value) => number.format(value))],
      actions: [],
    })),
    empty: 'Nothing was used in this time.',
  };
}

function view(question: UsageQuestion, have: Known): View {
  const { kind, by, project, from } = question;
  const what = project === null ? kind.says : `${kind.says} of ${project.name}`;
  const since = `Since ${utcMinute(from)}; the newest hours may be missing.`;
  // Days of something stored are the same bytes again and again, so their sum says nothing.
  const hasTotals = kind.adds || by !== 'day';
  const note = kind.adds ? since : `${since} What is stored is as it was last counted, not added up.`;
  return {
    title: `Usage: ${what}`,
    parts: [...(hasTotals ? [totals(question, have)] : []), table(question, have), { part: 'note', text: note }],
  };
}

function need(ask: ShowAsk, have: Partial<Known>): readonly Need[] | Refusal {
  const question = questionOf(ask);
  if ('code' in question) return question;
  if (have.rows !== undefined) return [];
  return [
    read('rows', { call: usageCall(question), keep: keepUsage(question), pages: 'all' }),
    ...needNames(question.by, question.project),
  ];
}

export const showUsage = declareRead({
  id: operationId('usage.show'),
  title: 'Show usage',
  summary: 'What was used since when: tokens, requests, images, searches, by project, person, key, model or day.',
  example: '/openai usage show completions --project search-dev --by model --since 30d',
  fields,
  callBudget: 1,
  known,
  need,
  view: (ask, have) => {
    const question = questionOf(ask);
    return 'code' in question ? question : view(question, have);
  },
});
