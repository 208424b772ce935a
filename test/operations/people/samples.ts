import { erinIs } from './erin-is.ts';
import type { Sample } from '../samples.ts';

const zoe = {
  person: 'openai:user-AcmeZoeStone000000000000',
  name: 'Zoe Stone',
  state: 'proposed',
  move: 'new',
  slackIds: ['U0ZOE00001'],
  accounts: [{ slackId: 'U0ZOE00001', email: 'zoe@acme.example' }],
  openaiId: 'user-AcmeZoeStone000000000000',
  openaiEmail: 'zoe@acme.example',
  unit: null,
  why: '',
  since: null,
} as const;

const people = {
  lines: [{ ...zoe, slackIds: [...zoe.slackIds], accounts: zoe.accounts.map((each) => ({ ...each })) }],
  unread: '',
};

const user = { id: zoe.openaiId, email: zoe.openaiEmail, name: zoe.name };

export const samples: readonly Sample[] = [
  { operation: 'people.show', input: { person: 'U0ERIN0001' }, answers: { who: erinIs } },
  { operation: 'people.list', input: {}, answers: { people } },
  { operation: 'people.propose', input: { list: null }, answers: { people } },
  { operation: 'people.adopt', input: { list: 'L-3' }, answers: { people } },
  {
    operation: 'people.bind',
    input: { user, slack: null, also: ['U0ZOE00002'], unit: 'payments' },
    answers: { people },
  },
];
