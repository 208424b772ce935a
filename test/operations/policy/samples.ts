import { searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';

export const judged = {
  about: 'Can Erin Vale ask for keys.revoke in search-dev?',
  verdict: 'Yes. keys.revoke is allowed with 1 person from approvers.',
  lines: ['✓ keys.revoke is allowed with 1 person from approvers.', '  ✓ “Everyone may ask to revoke a key” fits.'],
};

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
];
