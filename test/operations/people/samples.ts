import type { Sample } from '../samples.ts';

const zoe = {
  person: 'openai:user-AcmeZoeStone000000000000',
  name: 'Zoe Stone',
  state: 'proposed',
  slackIds: ['U0ZOE00001'],
  accounts: [{ slackId: 'U0ZOE00001', email: 'zoe@acme.example' }],
  openaiId: 'user-AcmeZoeStone000000000000',
  openaiEmail: 'zoe@acme.example',
  why: '',
  since: null,
} as const;

const people = {
  lines: [{ ...zoe, slackIds: [...zoe.slackIds], accounts: zoe.accounts.map((each) => ({ ...each })) }],
  unread: '',
};

export const samples: readonly Sample[] = [
  { operation: 'people.list', input: {}, answers: { people } },
  { operation: 'people.bind', input: {}, answers: { people } },
];
