import { NOON, searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';

export const judged = {
  about: 'Can Erin Vale ask for keys.revoke in search-dev?',
  verdict: 'Yes. keys.revoke is allowed with 1 person from approvers.',
  facts: [{ label: 'Decided by', value: '“Everyone may ask to revoke a key”' }],
  lines: [{ said: '✓ The rule “Everyone may ask to revoke a key” fits.', because: 'It is for everyone.' }],
};

export const change = {
  kind: 'change',
  inForce: { digest: 'ab'.repeat(32), name: 'P-1' },
  proposed: { digest: 'cd'.repeat(32), file: 'policy.yml', version: null },
  loosens: true,
  differences: [{ direction: 'looser', sentence: 'Priya Raman would belong to approvers.' }],
  replay: {
    days: 90,
    asked: 3,
    isCut: false,
    fails: 1,
    fewer: 1,
    more: 0,
    lines: ['R-7F3K9QXY Issue an API key in search-dev: would have needed fewer people'],
    sentence: 'Of 3 requests of the last 90 days, 1 would not have gone through as they did.',
  },
} as const;

export const samples: readonly Sample[] = [
  {
    operation: 'policy.can',
    input: {
      person: { id: 'user_erin', email: 'erin@acme.example', name: 'Erin Vale' },
      operation: 'keys.revoke',
      project: { id: searchDev.id, name: searchDev.name },
    },
    answers: { judged },
  },
  {
    operation: 'policy.show',
    input: {},
    answers: {
      policies: {
        digest: 'ab'.repeat(32),
        name: 'P-2',
        proposed: '7F3K-9Q',
        rules: [{ name: 'Everyone may look', says: 'allows reads for everyone in any project' }],
        history: [
          { name: 'P-2', digest: 'ab'.repeat(32), how: 'tightening', at: NOON, requestId: null },
          { name: 'P-1', digest: 'ef'.repeat(32), how: 'founding', at: NOON - 60_000, requestId: null },
        ],
      },
    },
  },
  { operation: 'policy.diff', input: { version: null }, answers: { change } },
  { operation: 'policy.adopt', input: { version: null }, answers: { change } },
];
