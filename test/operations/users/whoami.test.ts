import { expect, test } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import { whoami } from '#operations/users/whoami.ts';
import { erinAsks } from '../erin-asks.ts';
import { erinIs } from '../people/erin-is.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { knownKey } from '../samples.ts';
import { listOnWire } from '../wire.ts';
import { userOnWire } from './wire.ts';

const held = { issued: [], known: [knownKey()] };
const me = {
  operation: 'users.whoami',
  input: {},
  answers: { held, who: erinIs, present: listOnWire(userOnWire({ projects: null })), user: userOnWire() },
};
const unbound = {
  ...me,
  ask: { requester: { ...erinAsks({}).requester, openaiEmail: null } },
};

test('one word asks for it', () => {
  expect(catalogue.filter(({ alias }) => alias === 'whoami').map(({ id }) => id)).toEqual(['users.whoami']);
});

test('the asker sees the user that the policy binds to them, with role, projects and keys', () => {
  const view = viewOf(me);
  expect(view.title).toBe('You are Erin Vale');
  expect(factOf(view, 'E-mail')).toBe('erin@acme.example');
  expect(factOf(view, 'Role in the organization')).toBe('reader');
  expect(JSON.stringify(view)).toContain('2 accounts: U0ERIN0001, U0ERIN0002');
  expect(partOf(view, 'rows').rows.map((row) => row.cells)).toEqual([
    ['billing', 'owner'],
    ['search-dev', 'member'],
  ]);
  expect(JSON.stringify(view)).toContain('erin laptop');
});

test('projects are read from the person, because the list leaves them out', () => {
  const { calls } = gatherByHand(whoami, erinAsks({}), me.answers);
  expect(calls.map(({ endpoint, query }) => [endpoint, query])).toEqual([
    ['GET /organization/users', { emails: ['erin@acme.example'] }],
    ['GET /organization/users/{user_id}', {}],
  ]);
});

test('who is bound to nobody reads how to be, costs OpenAI nothing, and still sees what was issued here', () => {
  const view = viewOf(unbound);
  expect(partOf(view, 'note').text).toContain('Anybody can ask two people to bind it: /openai people bind');
  expect(partOf(view, 'rows').rows).toHaveLength(1);
  expect(gatherByHand(whoami, erinAsks({}, unbound.ask), { held, who: erinIs }).calls).toEqual([]);
});

test('who is bound to an address that nobody has is told so', () => {
  const view = viewOf({ ...me, answers: { held, who: erinIs, present: listOnWire() } });
  expect(partOf(view, 'note').text).toMatch(/^The policy binds you to erin@acme\.example, but nobody/);
});
