import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { knownPeopleSchema, type PersonLine } from './person-line.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';

const states: Readonly<Record<PersonLine['state'], string>> = {
  file: 'in the policy’s file',
  bound: 'bound',
  suspended: 'suspended',
  proposed: 'can be bound',
  ambiguous: 'ambiguous',
  none: 'nobody in Slack',
};

const cellsOf = ({ name, state, slackIds, openaiEmail, unit, why, since }: PersonLine): string[] => [
  name,
  states[state],
  slackIds.join(', '),
  openaiEmail ?? '',
  unit ?? '',
  since === null ? '' : utcMinute(since),
  why,
];

export const listPeople = declareRead({
  id: operationId('people.list'),
  title: 'Who is who',
  summary: 'Which Slack account is which user at OpenAI: bound by two people, suspended, or only proposed, and why.',
  example: '/openai people list',
  fields: {},
  callBudget: 1,
  known: z.object({ people: knownPeopleSchema }),
  need: (_ask, have) => (have.people === undefined ? [recall('people', { of: 'people', list: null, said: [] })] : []),
  view: (_ask, { people }) => ({
    title: 'Who is who',
    parts: [
      {
        part: 'rows',
        columns: ['Person', 'State', 'Slack', 'OpenAI', 'Unit', 'Since', 'Why'],
        rows: people.lines.map((line) => ({
          cells: cellsOf(line),
          actions: [],
          record: { ...line, slackIds: [...line.slackIds] },
        })),
        empty: 'Nobody is known yet.',
      },
      ...(people.unread === '' ? [] : [{ part: 'note' as const, text: people.unread }]),
    ],
  }),
});
