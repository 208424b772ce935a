import { expect, test } from 'vitest';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { projects } from '../users/people.ts';
import { inviteOnWire } from '../users/wire.ts';
import { marta } from './samples.ts';

const showing = (invite: unknown) => ({ operation: 'invites.show', input: marta, answers: { invite, projects } });

test('one invitation is shown with projects by name and a way to withdraw it', () => {
  const view = viewOf(showing(inviteOnWire()));
  expect(factOf(view, 'State')).toBe('pending');
  expect(factOf(view, 'Projects')).toBe('search-dev (member)');
  expect(partOf(view, 'actions').actions.map(({ label, input }) => [label, input])).toEqual([['Withdraw', marta]]);
});

test('an accepted one offers nothing', () => {
  const view = viewOf(showing(inviteOnWire({ status: 'accepted', expires_at: null, created_at: null })));
  expect(view.parts.map(({ part }) => part)).toEqual(['facts']);
  expect(factOf(view, 'Ends')).toBe('unknown');
});

test('one that is gone is said to be', () => {
  expect(refusalOf(showing(null)).code).toBe('invites.gone');
});
