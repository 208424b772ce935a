import { describe, expect, it } from 'vitest';
import type { BoundPerson } from '#domain/bound-person.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import { type Everybody, tableOf } from '#operations/people/table.ts';
import { movesSentence } from '#operations/people/moves.ts';

const account = (slackId: string, email: string | null, name = 'Zoe Stone') => ({ slackId, name, email });
const user = (id: string, email: string, name = 'Zoe Stone') => ({ id, name, email });
const zoe: BoundPerson = {
  person: personId('openai:user-zoe'),
  name: 'Zoe Stone',
  accounts: [{ slackId: slackUserId('U0ZOE00001'), email: 'zoe@acme.example' }],
  openaiId: 'user-zoe',
  openaiEmail: 'zoe@acme.example',
  unit: 'payments',
  state: 'bound',
  why: '',
  since: 1,
  requestId: 'r',
};
const asBound: Everybody = {
  file: [],
  bound: [zoe],
  said: [],
  accounts: [account('U0ZOE00001', 'zoe@acme.example')],
  users: [user('user-zoe', 'zoe@acme.example')],
};
const only = (all: Everybody) => {
  const [line, ...more] = tableOf(all);
  if (line === undefined || more.length > 0) throw new Error('The table has not one line');
  return line;
};
const line = (openai: string, more: Partial<Everybody['said'][number]> = {}) => ({
  openai,
  slack: [],
  also: [],
  unit: null,
  ...more,
});

describe('the difference to what two people countersigned', () => {
  it('is nothing while nothing changed', () => {
    expect(only(asBound)).toMatchObject({ state: 'bound', move: null, why: '', unit: 'payments' });
  });

  it('is a new person', () => {
    expect(only({ ...asBound, bound: [] })).toMatchObject({ state: 'proposed', move: 'new' });
  });

  it('F8 · is a changed address on both sides, in words', () => {
    const moved = { accounts: [account('U0ZOE00001', 'zoe@acme.test')], users: [user('user-zoe', 'zoe@acme.test')] };
    const changed = only({ ...asBound, ...moved });
    expect(changed).toMatchObject({ move: 'changed', openaiEmail: 'zoe@acme.test', unit: 'payments' });
    expect(changed.why).toBe(
      'U0ZOE00001: zoe@acme.example → zoe@acme.test; at OpenAI: zoe@acme.example → zoe@acme.test',
    );
  });

  it('F8 · is nothing to countersign where one side alone changed', () => {
    const changed = only({ ...asBound, accounts: [account('U0ZOE00001', 'ceo@acme.example')] });
    expect(changed).toMatchObject({
      move: null,
      why: 'They are bound, and the address in the profile of U0ZOE00001 changed.',
    });
  });

  it('is somebody who left on either side', () => {
    expect(only({ ...asBound, users: [] })).toMatchObject({ move: 'gone', why: 'their user at OpenAI is gone' });
    expect(only({ ...asBound, accounts: [] })).toMatchObject({ move: 'gone' });
  });

  it('A10 · is somebody suspended who is as before, and takes two people again', () => {
    const suspended = { ...zoe, state: 'suspended', why: 'their user at OpenAI is gone' } as const;
    expect(only({ ...asBound, bound: [suspended] })).toMatchObject({ state: 'suspended', move: 'again' });
  });

  it('is somebody whom the policy’s file names by now, because it wins', () => {
    const bea = { person: 'zoe', name: 'Zoe', slackIds: ['U0ZOE00001'], openaiEmail: null, unit: null };
    expect(tableOf({ ...asBound, file: [bea] })).toEqual([
      expect.objectContaining({ state: 'file' }),
      expect.objectContaining({ move: 'gone', why: 'the policy’s file names them, and it wins' }),
    ]);
  });

  it('is said in a few words', () => {
    const users = [...asBound.users, user('user-bea', 'bea@acme.example')];
    const accounts = [account('U0ZOE00002', 'bea@acme.example')];
    expect(movesSentence(tableOf({ ...asBound, users, accounts }))).toBe('1 new, 1 gone');
  });
});

describe('a list', () => {
  const second = account('U0ZOE00002', 'zoe@contractor.test');

  it('A2 · joins two accounts of one human, and takes none that is somebody else’s', () => {
    const accounts = [...asBound.accounts, second];
    const joined = only({ ...asBound, accounts, said: [line('zoe@acme.example', { also: ['U0ZOE00002'] })] });
    expect(joined).toMatchObject({ move: 'changed', slackIds: ['U0ZOE00001', 'U0ZOE00002'], unit: 'payments' });
    const users = [...asBound.users, user('user-bea', 'zoe@contractor.test', 'Bea')];
    const said = [line('user-zoe', { also: ['U0ZOE00002'] })];
    expect(tableOf({ ...asBound, accounts, users, said }).map(({ move, why }) => [move, why])).toEqual([
      [null, 'U0ZOE00002 would be two people.'],
      [null, 'U0ZOE00002 would be two people.'],
    ]);
  });

  it('says what no address tells, and keeps what it does not speak of', () => {
    const accounts = [second];
    const said = [line('user-zoe', { slack: ['zoe@contractor.test'], unit: 'search' })];
    expect(only({ ...asBound, bound: [], accounts, said })).toMatchObject({
      move: 'new',
      slackIds: ['U0ZOE00002'],
      unit: 'search',
    });
  });

  it('B20, F8 · binds nobody by a look-alike address on either side, although it names them', () => {
    const users = [user('user-zoe', 'zoe@acme.example'), user('user-other', 'z0e@acme.example')];
    const accounts = [account('U0BEA00001', 'bea@acme.example')];
    const said = [line('user-zoe', { slack: ['U0BEA00001'] })];
    const ofZoe = (all: Everybody) => tableOf(all).find(({ openaiId }) => openaiId === 'user-zoe');
    expect(ofZoe({ ...asBound, bound: [], users, accounts, said })?.why).toContain('looks like z0e@acme.example');
    const twins = [account('U0BEA00001', 'bea@acme.example'), account('U0BEA00002', 'bea@acrne.example')];
    const alone = { ...asBound, bound: [], users: [user('user-zoe', 'zoe@acme.example')], accounts: twins };
    expect(ofZoe({ ...alone, said })?.why).toContain('looks like bea@acrne.example');
  });

  it('A2 · takes no account from whom the policy’s file gives it to', () => {
    const bea = { person: 'bea', name: 'Bea', slackIds: ['U0BEA00001'], openaiEmail: null, unit: null };
    const accounts = [account('U0BEA00001', 'bea@acme.example')];
    const said = [line('user-zoe', { slack: ['U0BEA00001'] })];
    const lines = tableOf({ ...asBound, bound: [], accounts, said, file: [bea] });
    expect(lines.at(-1)).toMatchObject({ move: null, why: 'U0BEA00001 is somebody else in the policy’s file.' });
  });

  it.each([
    ['an account that is not there', [line('user-zoe', { slack: ['U0NOBODY01'] })], 'which is no full member in Slack'],
    ['one person twice', [line('user-zoe'), line('ZOE@acme.example')], 'more than once'],
  ])('binds nobody where it names %s', (_what, said, why) => {
    expect(only({ ...asBound, bound: [], said })).toMatchObject({ state: 'ambiguous', move: null });
    expect(only({ ...asBound, bound: [], said }).why).toContain(why);
  });

  it('is told whom it names in vain', () => {
    const lines = tableOf({ ...asBound, said: [line('nobody@acme.example')] });
    expect(lines.at(-1)).toMatchObject({ state: 'none', name: 'nobody@acme.example' });
  });

  it('F8 · may name a rare domain that nobody is proposed from, and no look-alike address', () => {
    const usual = ['a', 'b', 'c'].map((each) => user(`user-${each}`, `${each}@acme.example`));
    const rare = user('user-rare', 'zoe@acmee.example');
    const accounts = [account('U0RARE0001', 'zoe@acmee.example')];
    const all = { ...asBound, bound: [], users: [...usual, rare], accounts };
    const ofRare = (said: Everybody['said']) =>
      tableOf({ ...all, said }).find(({ openaiId }) => openaiId === 'user-rare');
    expect(ofRare([])?.why).toBe('acmee.example is one letter away from acme.example, which more people have.');
    expect(ofRare([line('user-rare')])).toMatchObject({ move: 'new' });
    const twin = user('user-twin', 'z0e@acmee.example');
    const withTwin = tableOf({ ...all, users: [...all.users, twin], said: [line('user-rare')] });
    expect(withTwin.find(({ openaiId }) => openaiId === 'user-rare')).toMatchObject({ state: 'ambiguous', move: null });
  });
});
