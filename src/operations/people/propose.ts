import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import type { ViewPart } from '../view.ts';
import { listField } from './list-field.ts';
import { knownTable, needTable } from './need-table.ts';
import { isMoving, movesSentence, moveWords, whoWords } from './moves.ts';
import type { PersonLine } from './person-line.ts';

const openWords: Readonly<Partial<Record<PersonLine['state'], string>>> = {
  ambiguous: 'ambiguous',
  none: 'nobody in Slack',
  bound: 'bound',
  suspended: 'suspended',
};

const record = (line: PersonLine) => ({ ...line, slackIds: [...line.slackIds] });

/** Lines that nothing can be done about before somebody says who they are. */
const isOpen = ({ move, state, why }: PersonLine): boolean => move === null && state !== 'file' && why !== '';

const cta = (list: string | null): ViewPart => ({
  part: 'actions',
  actions: [
    {
      label: 'Ask two people to countersign',
      operation: operationId('people.adopt'),
      input: list === null ? {} : { list },
      style: 'plain',
    },
  ],
});

export const proposePeople = declareRead({
  id: operationId('people.propose'),
  title: 'Propose who is who',
  summary:
    'What two people could countersign now: who is new, changed or gone since the last table, and who cannot be told.',
  example: '/openai people propose',
  fields: { list: listField },
  bare: [],
  callBudget: 1,
  known: knownTable,
  need: needTable,
  view: ({ input }, { people }) => {
    const moving = people.lines.filter(isMoving);
    const open = people.lines.filter(isOpen);
    const title = moving.length === 0 ? 'nothing changed' : movesSentence(moving);
    return {
      title: `Who is who: ${title}`,
      parts: [
        ...(people.unread === '' ? [] : [{ part: 'note' as const, text: people.unread }]),
        {
          part: 'rows',
          columns: ['Person', 'Is', 'Would be', 'Because'],
          rows: moving.map((line) => ({
            cells: [line.name, moveWords[line.move], line.move === 'gone' ? 'not bound' : whoWords(line), line.why],
            actions: [],
            record: record(line),
          })),
          empty: 'Nothing is different from what two people countersigned.',
        },
        {
          part: 'rows',
          columns: ['Cannot be told', 'Is', 'OpenAI', 'Because'],
          rows: open.map((line) => ({
            cells: [line.name, openWords[line.state] ?? line.state, line.openaiEmail ?? '', line.why],
            actions: [],
            record: record(line),
          })),
          empty: 'Everybody else is known.',
        },
        ...(moving.length === 0 ? [] : [cta(input.list)]),
      ],
    };
  },
});
