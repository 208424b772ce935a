import { expect, test } from 'vitest';
import { listUsers } from '#operations/users/list.ts';
import { erinAsks, NOON } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { partOf, viewOf } from '../plan-by-hand.ts';

const erin = {
  id: 'user_erin',
  name: 'Erin Vale',
  email: 'erin@acme.example',
  role: 'reader',
  addedAt: Date.UTC(2025, 9, 17),
};
const users = { asOf: NOON, items: [erin] };

test('the list comes from memory, which keeps it fresh', () => {
  const { calls, questions } = gatherByHand(listUsers, erinAsks({}), { users });
  expect({ calls, questions }).toEqual({ calls: [], questions: [{ of: 'users' }] });
});

test('each person is shown with address, role and since when, and leads to everything about them', () => {
  const view = viewOf({ operation: 'users.list', input: {}, answers: { users } });
  expect(partOf(view, 'rows').rows).toEqual([
    {
      cells: ['Erin Vale', 'erin@acme.example', 'reader', '2025-10-17 00:00 UTC'],
      actions: [
        {
          label: 'Show',
          operation: 'users.show',
          input: { user: { id: 'user_erin', email: 'erin@acme.example', name: 'Erin Vale' } },
          style: 'plain',
        },
      ],
    },
  ]);
  expect(partOf(view, 'note').text).toBe('Read from OpenAI just now.');
  expect(partOf(view, 'actions').actions.map(({ operation }) => operation)).toEqual(['users.onboard']);
});

test('nothing may be given', () => {
  expect(listUsers.parseInput({ role: 'owner' }).success).toBe(false);
});
