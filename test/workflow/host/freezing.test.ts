import { describe, expect, it } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { isRefusal } from '#domain/refusal.ts';
import { proofHolds } from '#identity/passkeys.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { hostPerson } from '#workflow/host/host-person.ts';
import { type ScopeWord, scopeNamed } from '#workflow/host/scope-named.ts';
import { takeHostAsks } from '#workflow/host/take-host-asks.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { enrolsCodes, enrolsPasskey } from '../../support/enrolling.ts';
import { remembered } from '../../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../../support/small-house.ts';
import { approved, recordOf, standing } from '../../support/walk.ts';
import { everything, opensPage, wantsWithCode, wishOf } from './at-the-host.ts';

const frozen = async (small: SmallHouse) => (await small.store.read.freezes.active()).map(({ scope }) => scope.of);

describe('a freeze with a code', () => {
  const open = async () => {
    const small = await openSmallHouse();
    const app = await enrolsCodes(small, 'bea');
    small.clock.forward(minuteMs);
    return { small, app, code: () => app.code(small.clock.now()) };
  };

  it('holds back what was approved, from the same moment', async () => {
    const { small, code } = await open();
    const id = await approved(small, 'revoke her key');
    const scope = { of: 'operation', selector: 'keys.revoke' } as const;
    const ask = await wantsWithCode(small, { who: 'bea', wish: { ...everything, scope }, code: code() });
    expect(ask).toMatchObject({
      answer: { outcome: 'done', sentence: expect.stringContaining('Frozen: keys.revoke') },
    });
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('approved');
    expect(small.vendor.arrivals).toEqual([]);
  });

  it('is one entry, with who, why, through which door and how it was proven', async () => {
    const { small, code } = await open();
    await wantsWithCode(small, { who: 'bea', wish: everything, code: code() });
    const [begun] = (await remembered(small)).filter(({ kind }) => kind === 'freeze.begun');
    expect(begun).toMatchObject({
      who: 'U0BEA00001',
      what: { why: everything.why, via: 'cli', proof: 'code', signed: { kind: 'code', person: 'bea' } },
    });
    const told = (await small.store.read.outbox.due(small.clock.now(), 50)).filter(({ key }) =>
      key.startsWith('freeze:'),
    );
    expect(told.map(({ payload }) => payload['channel'])).toEqual(['C0ALERTS01', 'C0APPROVE1']);
  });

  it('uses its code up: neither the shell nor Slack takes it again', async () => {
    const { small, code } = await open();
    const used = code();
    await wantsWithCode(small, { who: 'bea', wish: everything, code: used });
    expect(await wantsWithCode(small, { who: 'bea', wish: everything, code: used })).toMatchObject({
      code: 'step-up.code',
    });
    expect(await frozen(small)).toEqual(['all']);
  });

  it('is not begun by a wrong code, and five of them lock whoever’s code it is, here and in Slack', async () => {
    const { small, code } = await open();
    for (let n = 0; n < 5; n += 1)
      expect(await wantsWithCode(small, { who: 'bea', wish: everything, code: '000000' })).toMatchObject({
        code: 'step-up.code',
      });
    expect(await wantsWithCode(small, { who: 'bea', wish: everything, code: code() })).toMatchObject({
      code: 'step-up.code',
    });
    expect(await frozen(small)).toEqual([]);
    expect((await remembered(small)).filter(({ kind }) => kind === 'step-up.locked')).toHaveLength(1);
    expect(await small.store.read.hostAsks.find(1)).toBeNull();
  });
});

describe('a freeze with a passkey', () => {
  const open = async () => {
    const small = await openSmallHouse();
    return { small, phone: await enrolsPasskey(small, 'bea') };
  };

  it('E10 · is a signature over exactly what is frozen, verified from the chain alone', async () => {
    const { small, phone } = await open();
    const { id, token, useCases, page } = await opensPage(small, everything);
    expect(page.ask.wish).toEqual(everything);
    expect(await frozen(small)).toEqual([]);
    expect(await useCases.signWish({ token, answer: phone.sign(page.sign.challenge) })).toMatchObject({ kind: 'done' });
    expect(await frozen(small)).toEqual(['all']);
    expect((await wishOf(small, id)).answer).toMatchObject({ outcome: 'done' });
    const verified = await verifySignatures(small.store.read.audit, proofHolds);
    expect(verified).toEqual({ signed: 1, codes: 0, broken: [] });
  });

  it('is not begun by a signature over another freeze, of somebody else, or sent twice', async () => {
    const { small, phone } = await open();
    const stranger = await enrolsPasskey(small, 'omar');
    const other = await opensPage(small, { ...everything, why: 'something else' });
    const { token, useCases, page } = await opensPage(small, everything);
    for (const answer of [phone.sign(other.page.sign.challenge), stranger.sign(page.sign.challenge), null])
      expect(await useCases.signWish({ token, answer })).toMatchObject({ code: 'host.signature' });
    const answer = phone.sign(page.sign.challenge);
    const outcomes = await Promise.all([1, 2, 3].map(() => useCases.signWish({ token, answer })));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(await frozen(small)).toEqual(['all']);
  });

  it('is over with its page, and no signature of it is an approval', async () => {
    const { small, phone } = await open();
    const id = await approved(small, 'revoke her key');
    const { token, useCases, page } = await opensPage(small, everything);
    const { digest } = await recordOf(small, id);
    const answer = phone.sign(page.sign.challenge);
    expect(await useCases.decide({ token, answer, comment: digest })).toMatchObject({ code: 'step-up.ticket' });
    small.clock.forward(10 * minuteMs);
    expect(await useCases.signWish({ token, answer })).toMatchObject({ code: 'step-up.ticket' });
    expect(await frozen(small)).toEqual([]);
  });
});

it('is for nobody the policy does not name, nobody suspended, and nobody who has not enrolled', async () => {
  const small = await openSmallHouse();
  for (const who of ['nobody', '__proto__', 'U0BEA00001', 'slack:U0ZOE00001'])
    expect(await hostPerson(small.house, who)).toMatchObject({ code: 'host.unknown-person' });
  expect(await hostPerson(small.house, 'bea')).toMatchObject({ code: 'host.not-enrolled' });
  const bare = await openSmallHouse({ hasCodes: false });
  const refused = await hostPerson(bare.house, 'bea');
  expect(refused).toMatchObject({ rule: expect.stringContaining('without COUNTERSIGN_SEAL_KEY') });
});

describe('what a freeze names', () => {
  const named = async (what: ScopeWord, word?: string) => {
    const small = await openSmallHouse();
    const projects = [
      { id: 'proj_dev', name: 'search-dev', status: 'active', createdAt: 0 },
      { id: 'proj_two', name: 'twin', status: 'active', createdAt: 0 },
      { id: 'proj_three', name: 'Twin', status: 'active', createdAt: 0 },
    ] as const;
    await small.store.transact((tx) => tx.directory.replaceProjects(projects, small.clock.now()));
    const scope = await scopeNamed(small.house, what, word);
    return isRefusal(scope) ? scope.rule : scope;
  };

  it.each([
    ['all', undefined, { of: 'all' }],
    ['person', 'erin', { of: 'person', person: 'erin', name: 'Erin Vale' }],
    ['person', 'Erin Vale', { of: 'person', person: 'erin', name: 'Erin Vale' }],
    ['person', 'U0ERIN0001', { of: 'person', person: 'erin', name: 'Erin Vale' }],
    ['person', 'U0ZOE00001', { of: 'person', person: 'slack:U0ZOE00001', name: 'Slack user U0ZOE00001' }],
    ['project', 'Search-Dev', { of: 'project', id: 'proj_dev', name: 'search-dev' }],
    ['project', 'proj_new', { of: 'project', id: 'proj_new', name: 'proj_new' }],
    ['operation', 'keys.issue', { of: 'operation', selector: 'keys.issue' }],
    ['operation', 'keys.*', { of: 'operation', selector: 'keys.*' }],
  ] as const)('%s %s is found', async (what, word, scope) => {
    expect(await named(what, word)).toEqual(scope);
  });

  it.each([
    ['all', 'of it', '“all” takes nothing after it.'],
    ['person', undefined, 'Say which person.'],
    ['person', 'zoe', 'knows nobody called “zoe”'],
    ['project', 'search', 'There is: search-dev.'],
    ['project', 'twin', '2 projects. Give the id of one: proj_two, proj_three.'],
    ['operation', 'keys.isue', 'There is no operation “keys.isue”'],
    ['operation', '*', 'There is no operation “*”'],
  ] as const)('%s %s is never guessed', async (what, word, sentence) => {
    expect(await named(what, word)).toContain(sentence);
  });
});

it('lets the bot take nothing up that was a freeze', async () => {
  const small = await openSmallHouse();
  const app = await enrolsCodes(small, 'bea');
  small.clock.forward(minuteMs);
  await wantsWithCode(small, { who: 'bea', wish: everything, code: app.code(small.clock.now()) });
  await takeHostAsks(small.house);
  expect(await small.store.read.requests.list({ limit: 1 })).toEqual([]);
});
