import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { declareChange } from '../operation.ts';
import { listField } from './list-field.ts';
import { knownTable, needTable } from './need-table.ts';
import { isMoving, movesSentence, planMoves } from './moves.ts';

const id = operationId('people.adopt');

// Two people look through a table of this length in an hour; what is left is the next request.
const MOST_AT_ONCE = 1000;
// A window draws no more of them.
const MOST_DRAWN = 60;

export const adoptPeople = declareChange({
  id,
  title: 'Adopt who is who',
  summary: 'Makes the proposed table true: binds who is new, takes over what changed, lets go of who is gone.',
  example: '/openai people adopt --reason "first set-up"',
  at: 'house',
  tier: 'critical',
  fields: { list: listField },
  bare: [],
  callBudget: 1,
  known: knownTable,
  need: needTable,
  plan: (_ask, { people }) => {
    const what = 'Nobody can be bound now.';
    if (people.unread !== '') return refuse('people.adopt.unread', { what, rule: people.unread });
    const moving = people.lines.filter(isMoving);
    const open = people.lines.filter(({ state }) => state === 'ambiguous').length;
    if (moving.length === 0) {
      const rule = `Nothing changed since the last time, and ${count(open, 'person is', 'people are')} ambiguous. /openai people propose says why.`;
      return refuse('people.adopt.nobody', { what, rule });
    }
    const lines = moving.slice(0, MOST_AT_ONCE);
    const rest = moving.length - lines.length;
    const warnings = [
      ...(lines.length > MOST_DRAWN
        ? [
            'No window draws all lines. Read them as a file: /openai requests show with the id of this request and --file csv.',
          ]
        : []),
      ...(open > 0 ? [`${count(open, 'person is', 'people are')} ambiguous and left out.`] : []),
      ...(rest > 0 ? [`${count(rest, 'more line is', 'more lines are')} left for the next request.`] : []),
    ];
    return planMoves(lines, { operation: id, title: `Adopt who is who: ${movesSentence(lines)}`, warnings });
  },
});
