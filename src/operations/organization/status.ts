import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Instant, roughly } from '#domain/instant.ts';
import { type Status, statusSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';

/** `/organization/projects/…/rate_limits` of such a list of one project, `keys` of `keys:proj_…`. */
function kindOf(list: string): string {
  const path = list.startsWith('things ') ? (list.split(' ')[2] ?? '') : (list.split(':')[0] ?? '');
  return path.replace('{project_id}', '…');
}

function kindsOf(lists: Status['lists']): readonly { readonly kind: string; readonly ages: readonly Instant[] }[] {
  const kinds = Map.groupBy(lists, ({ name }) => kindOf(name));
  return [...kinds].map(([kind, of]) => ({ kind, ages: of.map(({ asOf }) => asOf) }));
}

function policyWords({ inForce, proposed }: Status['policy']): string {
  return proposed === null
    ? inForce
    : `${inForce}; the file ${proposed} loosens something and waits for /openai policy adopt`;
}

export const showStatus = declareRead({
  id: operationId('organization.status'),
  alias: 'status',
  title: 'Show how Countersign is doing',
  summary: 'OpenAI’s limits and who waits for them, messages under way, how old each list is.',
  example: '/openai status',
  fields: {},
  callBudget: 0,
  known: z.object({ status: statusSchema }),
  need: (_ask, have) => (have.status === undefined ? [recall('status', { of: 'status' })] : []),
  view: (ask, { status }) => ({
    title: 'Status',
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Policy in force', value: policyWords(status.policy) },
          { label: 'Open requests', value: String(status.open) },
          { label: 'Frozen', value: status.frozen.join('; ') || 'nothing' },
          { label: 'Rollout', value: status.rollout },
          { label: 'Debts', value: status.debts.join('; ') || 'none' },
          { label: 'Messages waiting', value: String(status.outbox.waiting) },
        ],
      },
      {
        part: 'rows',
        columns: ['Endpoint', 'Calls a minute', 'Left now', 'Waiting', 'Last refused'],
        rows: status.pacing.map((line) => ({
          cells: [
            line.endpoint,
            String(Math.round(line.perMinute)),
            String(line.tokens),
            String(line.waiting),
            line.lastThrottledAt === null ? 'never' : `${roughly(ask.now - line.lastThrottledAt)} ago`,
          ],
          actions: [],
        })),
        empty: 'OpenAI was not called yet.',
      },
      {
        part: 'rows',
        columns: ['Kept of OpenAI', 'Lists', 'Newest', 'Oldest'],
        rows: kindsOf(status.lists).map(({ kind, ages }) => ({
          cells: [
            kind,
            String(ages.length),
            `${roughly(ask.now - Math.max(...ages))} ago`,
            `${roughly(ask.now - Math.min(...ages))} ago`,
          ],
          actions: [],
        })),
        empty: 'Nothing was read from OpenAI yet.',
      },
    ],
  }),
});
