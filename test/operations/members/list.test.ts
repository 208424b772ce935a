import { expect, test } from 'vitest';
import { listMembers } from '#operations/members/list.ts';
import { erinAsks, searchDev } from '../erin-asks.ts';
import { partOf, viewOf } from '../plan-by-hand.ts';
import { samMember } from '../users/people.ts';
import { erin } from '../users/wire.ts';
import { listOnWire, memberOnWire, projectOnWire } from '../wire.ts';

const answers = { project: projectOnWire({ name: 'search-eu' }), members: listOnWire(memberOnWire(), samMember) };
const view = viewOf({ operation: 'members.list', input: { project: searchDev }, answers });

test('everybody is listed with role and since when, under the project’s name of today', () => {
  expect(view.title).toBe('Members of search-eu');
  expect(partOf(view, 'rows').rows.map((row) => row.cells)).toEqual([
    ['Erin Vale', 'erin@acme.example', 'member', '2025-10-19 12:00 UTC'],
    ['Sam Okafor', 'sam@acme.example', 'owner', '2025-10-19 12:00 UTC'],
  ]);
});

test('each leads to showing and removing, complete', () => {
  const project = { id: 'proj_search_dev', name: 'search-eu' };
  expect(partOf(view, 'rows').rows[0]?.actions.map(({ operation, input }) => [operation, input])).toEqual([
    ['members.show', { project, user: erin }],
    ['members.remove', { project, user: erin }],
  ]);
});

test('an archived project has no members to list', () => {
  const project = { id: 'proj_search_dev', name: 'search-dev', status: 'archived', createdAt: 1 };
  expect(listMembers.need(erinAsks({ project: searchDev }), { project })).toMatchObject({ code: 'members.archived' });
});
