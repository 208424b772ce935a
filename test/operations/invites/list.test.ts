import { expect, test } from 'vitest';
import { partOf, viewOf } from '../plan-by-hand.ts';
import { projects } from '../users/people.ts';
import { inviteOnWire } from '../users/wire.ts';
import { listOnWire } from '../wire.ts';

const invites = listOnWire(
  inviteOnWire(),
  inviteOnWire({ id: 'invite_noor', email: 'noor@acme.example', status: 'accepted' }),
  inviteOnWire({
    id: 'invite_viktor',
    email: 'viktor@acme.example',
    status: 'expired',
    projects: [{ id: 'proj_x', role: 'owner' }],
  }),
);
const rows = (accepted: true | null) =>
  partOf(viewOf({ operation: 'invites.list', input: { accepted }, answers: { invites, projects } }), 'rows').rows;

test('what waits or has expired is listed with role, projects by name, and times', () => {
  expect(rows(null).map((row) => row.cells)).toEqual([
    ['marta@acme.example', 'reader', 'search-dev (member)', 'pending', '2026-11-21 12:00 UTC', '2026-11-28 12:00 UTC'],
    ['viktor@acme.example', 'reader', 'proj_x (owner)', 'expired', '2026-11-21 12:00 UTC', '2026-11-28 12:00 UTC'],
  ]);
});

test('accepted ones are shown when asked for, and cannot be withdrawn', () => {
  expect(rows(true).map((row) => row.actions.map((action) => action.operation))).toEqual([
    ['invites.show', 'invites.withdraw'],
    ['invites.show'],
    ['invites.show', 'invites.withdraw'],
  ]);
  expect(rows(true)[1]?.actions[0]?.input).toEqual({ invite: { id: 'invite_noor', name: 'noor@acme.example' } });
});
