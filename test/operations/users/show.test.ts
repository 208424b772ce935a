import { expect, test } from 'vitest';
import { showUser } from '#operations/users/show.ts';
import { erinAsks } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { factOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { issuedKey, knownKey } from '../samples.ts';
import { listOnWire } from '../wire.ts';
import { keyFound } from './people.ts';
import { bea, erin, heldOnWire, ownerOnWire, readerRoleOnWire, userOnWire } from './wire.ts';

/** Named by words that hold no address. */
const ofBea = {
  operation: 'users.show',
  input: { user: { ...bea, email: '' } },
  answers: {
    user: ownerOnWire({ ...bea }),
    roles: listOnWire(readerRoleOnWire(), heldOnWire()),
    found: [keyFound, { ...keyFound, kind: 'person' }],
  },
};
const ofErin = {
  operation: 'users.show',
  input: { user: erin },
  answers: {
    user: userOnWire(),
    roles: listOnWire(heldOnWire()),
    found: [],
    held: { issued: [issuedKey(), issuedKey({ keyId: 'key_gone', endedAt: 1 })], known: [knownKey()] },
  },
};

const rowsIn = (given: typeof ofBea | typeof ofErin) =>
  viewOf(given).parts.flatMap((part) => (part.part === 'rows' ? [part.rows.map((row) => row.cells)] : []));

test('somebody is shown with role, further roles, projects and the keys that memory finds under their name', () => {
  const view = viewOf(ofBea);
  expect(view.title).toBe('Bea Lindqvist (bea@acme.example)');
  expect(factOf(view, 'Role in the organization')).toBe('owner');
  expect(factOf(view, 'Further roles')).toBe('Usage reader');
  expect(view.parts).toContainEqual({ part: 'note', text: 'OpenAI does not say in which projects.' });
  expect(rowsIn(ofBea)).toEqual([[['old script', 'hackday · sk-proj-old...wxyz']]]);
});

test('the asker’s own page holds what was issued to them, with its buttons', () => {
  expect(rowsIn(ofErin)).toEqual([
    [
      ['billing', 'owner'],
      ['search-dev', 'member'],
    ],
    [
      ['erin laptop', 'search-dev', '2 hours ago', 'no end'],
      ['nightly-eval', 'search-dev', 'not read yet', '2026-12-23 12:00 UTC'],
    ],
  ]);
});

test('what somebody was issued is asked by their address, where it is known', () => {
  const of = (given: typeof ofBea | typeof ofErin) =>
    gatherByHand(showUser, erinAsks(given.input), given.answers).questions.map((question) => question.of);
  expect(of(ofBea)).toEqual(['search']);
  expect(of(ofErin)).toEqual(['search', 'keys-of']);
});

test('it leads on to the other role and to off-boarding, complete', () => {
  const { parts } = viewOf(ofErin);
  expect(parts.at(-1)).toEqual({
    part: 'actions',
    actions: [
      { label: 'Make owner', operation: 'users.set-role', input: { user: erin, role: 'owner' }, style: 'plain' },
      { label: 'Off-board', operation: 'users.offboard', input: { user: erin }, style: 'danger' },
    ],
  });
});

test('somebody who is gone is said to be', () => {
  expect(refusalOf({ ...ofBea, answers: { ...ofBea.answers, user: null, roles: null } }).code).toBe('users.gone');
});
