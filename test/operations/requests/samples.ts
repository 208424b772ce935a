import { searchDev } from '../erin-asks.ts';
import { requestDetail, type Sample } from '../samples.ts';
import { judged } from '../policy/samples.ts';

const id = requestDetail.id;

export const inverse = {
  id,
  state: 'succeeded',
  title: 'R-2BKVPG0X: Set the spend limit of search-dev',
  verdict: 'exact',
  sentence: 'set it back to $100.',
  operation: 'spend-limits.set',
  input: { project: { id: searchDev.id, name: searchDev.name }, amount: 10_000 },
} as const;

export const left = {
  id,
  state: 'partial',
  title: 'R-2BKVPG0X: Off-board Erin Vale',
  operation: 'users.offboard',
  input: {
    user: { id: 'user_erin', email: 'erin@acme.example', name: 'Erin Vale' },
    successor: null,
    from: null,
    part: null,
  },
  left: ['Remove Erin Vale'],
  hangsOnNew: false,
} as const;

export const change = {
  id,
  state: 'succeeded',
  title: 'Set the spend limit of search-dev',
  gist: '$250 a month',
  requesterSlackId: 'U0ERIN0001',
  requesterName: 'Erin Vale',
  createdAt: requestDetail.createdAt,
  endedAt: requestDetail.createdAt + 60_000,
  changes: ['Hard limit: $100 → $250'],
  verdict: 'exact',
} as const;

export const samples: readonly Sample[] = [
  {
    operation: 'requests.changes',
    input: { project: null, person: null, since: null },
    answers: { changes: [{ ...change, changes: [...change.changes] }] },
  },
  { operation: 'requests.why', input: { request: id }, answers: { judged } },
  {
    operation: 'requests.undo',
    input: { request: id },
    answers: { inverse: { ...inverse, input: { ...inverse.input } } },
  },
  {
    operation: 'requests.continue',
    input: { request: id },
    answers: { left: { ...left, input: { ...left.input, user: { ...left.input.user } }, left: [...left.left] } },
  },
];
