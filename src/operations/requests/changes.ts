import { z } from 'zod';
import { operationId, requestId, shortRequestId } from '#domain/ids.ts';
import { dayMs, hourMs, utcMinute } from '#domain/instant.ts';
import { changeLineSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import type { ViewAction } from '../view.ts';

const undoable = new Set(['exact', 'recreate', 'partial']);

function actionsFor(id: string, verdict: string): readonly ViewAction[] {
  const input = { request: id };
  const show: ViewAction = { label: 'Show', operation: operationId('requests.show'), input, style: 'plain' };
  const undo: ViewAction = { label: 'Undo', operation: operationId('requests.undo'), input, style: 'danger' };
  return undoable.has(verdict) ? [show, undo] : [show];
}

export const listChanges = declareRead({
  id: operationId('requests.changes'),
  title: 'Show the change-log',
  summary: 'Everything that was changed through Countersign, newest first, with Undo.',
  alias: 'changes',
  example: '/openai changes --project search-dev --since 7d',
  fields: {
    project: { kind: 'project', label: 'Project', hint: 'Only changes in this project.', required: false },
    person: {
      kind: 'text',
      label: 'Person',
      hint: 'Only what this person asked for: a part of the name.',
      required: false,
      max: 80,
      pattern: /^[^<>]+$/u,
      patternHint: 'Write a part of the name.',
    },
    since: {
      kind: 'duration',
      label: 'Since',
      hint: 'How far back: 7d, 12h.',
      required: false,
      minMs: hourMs,
      maxMs: 365 * dayMs,
      suggest: ['1d', '7d', '30d'],
    },
  },
  callBudget: 0,
  known: z.object({ changes: z.array(changeLineSchema) }),
  need: (ask, have) =>
    have.changes === undefined
      ? [
          recall('changes', {
            of: 'changes',
            projectId: ask.input.project?.id ?? null,
            person: ask.input.person,
            sinceMs: ask.input.since,
          }),
        ]
      : [],
  view: (_ask, { changes }) => ({
    title: 'Changes',
    parts: [
      {
        part: 'rows',
        columns: ['When', 'Request', 'Who', 'What', 'Undo'],
        rows: changes.map((change) => ({
          cells: [
            utcMinute(change.endedAt),
            shortRequestId(requestId(change.id)),
            change.requesterName,
            [change.title, ...change.changes].join(' · '),
            change.verdict,
          ],
          actions: actionsFor(change.id, change.verdict),
        })),
        empty: 'Nothing was changed.',
      },
    ],
  }),
});
