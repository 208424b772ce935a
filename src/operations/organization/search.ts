import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { foundSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import type { ViewAction } from '../view.ts';

function actionsFor(found: z.infer<typeof foundSchema>): readonly ViewAction[] {
  if (found.kind !== 'project') return [];
  const input = { project: { id: found.id, name: found.name } };
  return [{ label: 'Show', operation: operationId('projects.show'), input, style: 'plain' }];
}

export const searchOrganization = declareRead({
  id: operationId('organization.search'),
  alias: 'search',
  title: 'Search',
  summary: 'Finds projects, people, keys and everything else by a part of name, id, e-mail or redacted value.',
  example: '/openai search nightly',
  fields: {
    text: {
      kind: 'text',
      label: 'Text',
      hint: 'A part of a name, id, e-mail address or redacted value.',
      required: true,
      max: 100,
      pattern: /^.{2,}$/u,
      patternHint: 'Write at least two characters.',
    },
  },
  callBudget: 0,
  known: z.object({ found: z.array(foundSchema) }),
  need: (ask, have) => (have.found === undefined ? [recall('found', { of: 'search', text: ask.input.text })] : []),
  view: (ask, { found }) => ({
    title: `Search: ${ask.input.text}`,
    parts: [
      {
        part: 'rows',
        columns: ['Kind', 'Name', 'Id', 'Where'],
        rows: found.map((each) => ({ cells: [each.kind, each.name, each.id, each.where], actions: actionsFor(each) })),
        empty: 'Nothing that was read so far holds this.',
      },
    ],
  }),
});
