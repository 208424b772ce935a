import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { recall } from '../need.ts';
import { declareChange } from '../operation.ts';
import { isMoving, planMoves } from './moves.ts';
import { knownPeopleSchema } from './person-line.ts';
import type { Said } from './said.ts';

const id = operationId('people.bind');

const accounts = {
  kind: 'words',
  required: false,
  most: 10,
  pattern: /^[UW][A-Z0-9]{6,20}$/,
  patternHint: 'Mention the account, or write its member id such as U0BEA00001 (in Slack: Profile → Copy member ID).',
  allowed: null,
} as const;

const fields = {
  user: { kind: 'user', label: 'User at OpenAI', hint: 'Who they are at OpenAI.', required: true },
  slack: { ...accounts, label: 'Slack account', hint: 'Left out: whoever has the same address, or who they are now.' },
  also: { ...accounts, label: 'Also', hint: 'Further Slack accounts of the same human.' },
  unit: {
    kind: 'text',
    label: 'Unit',
    hint: 'The part of the company they work in, such as payments. Left out: as it is.',
    required: false,
    max: 40,
    pattern: /^[a-z][a-z0-9-]*$/,
    patternHint: 'Write small letters, digits and dashes, such as payments.',
  },
} as const;

const saidOf = ({ user, slack, also, unit }: InputOf<typeof fields>): Said => ({
  openai: user.id,
  slack: [...(slack ?? [])],
  also: [...(also ?? [])],
  unit,
});

export const bindPeople = declareChange({
  id,
  title: 'Bind one person',
  summary:
    'Says for good which Slack accounts are one user at OpenAI, also where no address tells, and in which unit they work.',
  example: '/openai people bind bea@acme.example --also U0BEA00002 --unit payments --reason "her second account"',
  at: 'house',
  tier: 'critical',
  fields,
  callBudget: 1,
  known: z.object({ people: knownPeopleSchema }),
  need: ({ input }, have) =>
    have.people === undefined ? [recall('people', { of: 'people', list: null, said: [saidOf(input)] })] : [],
  plan: ({ input: { user } }, { people }) => {
    const what = `${user.name} cannot be bound like this.`;
    if (people.unread !== '') return refuse('people.bind.unread', { what, rule: people.unread });
    const line = people.lines.find(({ openaiId }) => openaiId === user.id);
    if (line === undefined)
      return refuse('people.bind.file', { what, rule: 'The policy’s file says who they are, and it wins.' });
    if (!isMoving(line) || line.move === 'gone') {
      const rule = line.why === '' ? 'This is how they are bound already.' : line.why;
      return refuse('people.bind.not', { what, rule });
    }
    return planMoves([line], { operation: id, title: `Bind ${line.name}`, warnings: [] });
  },
});
