import { formatCents } from '#domain/money.ts';
import { dollars } from '../leaves.ts';
import { isIn, range, sayRange } from '../range.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = 'Write { upto: $50 }, { over: $5000 }, or both.';

export const hardLimitCondition = defineWhen({
  id: 'hard-limit',
  key: 'hard_limit',
  about:
    'The hard spend limit a month that the project has at OpenAI now, whatever this would make of it. No limit is more than any amount.',
  example: '{ upto: $50 }',
  shape: range(dollars(hint), hint),
  look: (wanted, { facts: { project, hardLimit } }) => {
    const asks = `is about projects with a hard limit of ${sayRange(wanted, formatCents)}`;
    if (project === null) return yesOrNo(false, `${asks}, and this has no project`);
    if (hardLimit?.known !== true)
      return {
        answer: 'unknown',
        sentence: `${asks}, and that of ${project.name} is not known: ${hardLimit?.why ?? 'it was not read'}`,
      };
    const cents = hardLimit.cents ?? Infinity;
    return yesOrNo(
      isIn(wanted, cents),
      `${asks}, and ${project.name} has ${cents === Infinity ? 'none' : `one of ${formatCents(cents)}`}`,
    );
  },
});
