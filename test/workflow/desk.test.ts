import { describe, expect, test } from 'vitest';
import { operationId, type RequestId, slackUserId } from '#domain/ids.ts';
import { dayMs } from '#domain/instant.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { type DeskWish, everything } from '#approvals/desk-wish.ts';
import type { Desk } from '#workflow/desk-contents.ts';
import type { Caller } from '#workflow/use-cases.ts';
import { at } from '../support/cast.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, decides, drafted, must, requested } from '../support/walk.ts';

async function deskOf(small: Pick<SmallHouse, 'useCases'>, caller: Caller, wish?: DeskWish): Promise<Desk> {
  const desk = await small.useCases.desk({ caller, ...(wish === undefined ? {} : { wish }) });
  if (desk.kind !== 'desk') throw new Error(JSON.stringify(desk));
  return desk;
}

const waiting = (desk: Desk) => desk.waitingForMe.map(({ record }) => record.terms.id);

describe('what waits for me', () => {
  test('is what I could decide on now, and nothing else', async () => {
    const small = await openSmallHouse();
    const hers = await requested(small, 'revoke her key');
    small.clock.forward(1000);
    const mine = await requested(small, 'revoke in production', 'bea');
    expect(waiting(await deskOf(small, at('bea')))).toEqual([hers]);
    expect(waiting(await deskOf(small, at('omar')))).toEqual([mine, hers]);
    for (const who of ['erin', 'priya', 'zoe'] as const) expect(waiting(await deskOf(small, at(who)))).toEqual([]);
  });

  test('is no longer what I have decided on', async () => {
    const small = await openSmallHouse({
      policy: smallPolicy(['destructive: { approvals: 1', 'destructive: { approvals: 2']),
    });
    const id = await requested(small, 'revoke her key');
    must(await decides(small, id, { who: 'bea' }));
    expect(waiting(await deskOf(small, at('bea')))).toEqual([]);
    expect(waiting(await deskOf(small, at('omar')))).toEqual([id]);
  });

  test('waits for me under each of my accounts', async () => {
    const small = await openSmallHouse({
      policy: smallPolicy(['slack: U0BEA00001', 'slack: [U0BEA00001, U0BEA00002]']),
    });
    const id = await requested(small, 'revoke her key');
    expect(waiting(await deskOf(small, at(slackUserId('U0BEA00002'))))).toEqual([id]);
  });

  test('waits for me although a card mentions ten others', async () => {
    const small = await openSmallHouse({
      policy: smallPolicy([
        'approvers: [bea, omar, sam]',
        'approvers: { slack_group: S0APPROVE1, allow_unlisted: true }',
      ]),
    });
    const crowd = Array.from({ length: 15 }, (_, n) => slackUserId(`U0CROWD${String(n).padStart(3, '0')}`));
    const { people } = small.house;
    const { useCases } = small.restarted((house) => ({
      ...house,
      people: {
        standing: (user, maxAgeMs) => people.standing(user, maxAgeMs),
        zone: () => Promise.resolve(null),
        roster: () => Promise.resolve({ known: true, accounts: [] }),
        userGroup: () => Promise.resolve({ known: true, slackIds: crowd }),
      },
    }));
    const id = await requested({ useCases }, 'revoke her key');
    for (const who of crowd) expect(waiting(await deskOf({ ...small, useCases }, at(who)))).toEqual([id]);
    expect((await useCases.picture(id))?.couldDecide).toHaveLength(10);
  });
});

describe('the order of what waits for me', () => {
  test('is the riskiest first, and among equals the oldest', async () => {
    const small = await openSmallHouse();
    const ids: RequestId[] = [];
    for (const wish of ['a new key', 'revoke her key', 'revoke in production', 'revoke her key'] as const) {
      ids.push(await requested(small, wish));
      small.clock.forward(1000);
    }
    const [key, revoke, production, later] = ids;
    expect(waiting(await deskOf(small, at('bea')))).toEqual([production, revoke, later, key]);
  });
});

describe('a part of my desk', () => {
  const part = (section: DeskWish['section'], more: Partial<DeskWish> = {}): DeskWish => ({
    section,
    page: 0,
    filter: everything,
    ...more,
  });

  test('shows ten at a time, a page behind the end as the last, and all counts', async () => {
    const small = await openSmallHouse({
      policy: smallPolicy(['limits: {', 'limits: { open_requests_per_person: 100,']),
    });
    for (let n = 0; n < 12; n += 1) {
      await requested(small, 'a new key');
      small.clock.forward(1000);
    }
    const first = await deskOf(small, at('bea'), part('waiting'));
    const second = await deskOf(small, at('bea'), part('waiting', { page: 9 }));
    expect([first.waitingForMe.length, second.waitingForMe.length]).toEqual([10, 2]);
    expect(second).toMatchObject({ wish: { page: 1 }, pages: 2, total: 12, counts: { waiting: 12, routine: 12 } });
    expect(new Set([...waiting(first), ...waiting(second)]).size).toBe(12);
    expect((await deskOf(small, at('bea'))).waitingForMe).toHaveLength(10);
  });

  test('shows only what fits the filter, and offers what occurs', async () => {
    const small = await openSmallHouse();
    const key = await requested(small, 'a new key');
    const production = await requested(small, 'revoke in production');
    const seen = async (filter: Partial<DeskWish['filter']>) =>
      waiting(await deskOf(small, at('bea'), part('waiting', { filter: { ...everything, ...filter } })));
    expect(await seen({ tier: 'routine' })).toEqual([key]);
    expect(await seen({ project: 'proj_prod' })).toEqual([production]);
    expect(await seen({ family: 'keys' })).toEqual([production, key]);
    expect(await seen({ family: 'users' })).toEqual([]);
    expect(await seen({ standing: 'open' })).toHaveLength(2);
    expect(await seen({ standing: 'done' })).toEqual([]);
    const { choices } = await deskOf(small, at('bea'), part('waiting', { filter: { ...everything, tier: 'routine' } }));
    expect(choices).toEqual({
      families: ['keys'],
      projects: [
        { id: 'proj_dev', name: 'search-dev' },
        { id: 'proj_prod', name: 'search-prod' },
      ],
    });
  });

  test('holds what I decided on, the last first, and nothing that others did', async () => {
    const small = await openSmallHouse();
    const one = await requested(small, 'revoke her key');
    const other = await requested(small, 'a new key');
    must(await decides(small, other, { who: 'bea', kind: 'deny' }));
    small.clock.forward(1000);
    must(await decides(small, one, { who: 'bea' }));
    const desk = await deskOf(small, at('bea'), part('decided'));
    expect(desk.decided.map(({ record }) => record.terms.id)).toEqual([one, other]);
    expect((await deskOf(small, at('omar'), part('decided'))).decided).toEqual([]);
  });

  test('F10 · shows findings of the last week to whoever decides on something, and to nobody else', async () => {
    const small = await openSmallHouse();
    const finding = { detection: 'd', severity: 'high', title: 'A key behind the back', lines: [] };
    const raise = (key: string) =>
      small.store.transact((tx) => tx.watch.raise({ ...finding, key, at: small.clock.now() }, 1000));
    await raise('old');
    small.clock.forward(7 * dayMs);
    await raise('middle');
    small.clock.forward(1);
    await raise('new');
    const desk = await deskOf(small, at('bea'), part('findings'));
    expect(desk.findings?.map(({ key }) => key)).toEqual(['new', 'middle']);
    for (const who of ['erin', 'zoe'] as const) {
      const theirs = await deskOf(small, at(who), part('findings'));
      expect(theirs).toMatchObject({ findings: null, counts: { findings: 0 } });
    }
  });

  test('F10 · holds nothing of what others ask for and decide, for somebody who may not decide', async () => {
    const small = await openSmallHouse();
    await requested(small, 'revoke her key');
    must(await decides(small, await requested(small, 'a new key'), { who: 'bea' }));
    for (const section of ['overview', 'waiting', 'mine', 'decided', 'findings'] as const) {
      expect(await deskOf(small, at('zoe'), part(section))).toMatchObject({
        waitingForMe: [],
        mine: [],
        decided: [],
        counts: { waiting: 0, aside: 0, mine: 0, decided: 0, findings: 0, routine: 0 },
        choices: { families: [], projects: [] },
      });
    }
  });
});

describe('what is mine', () => {
  test('are my requests, newest first, without drafts, and my keys that have not ended', async () => {
    const small = await openSmallHouse();
    await drafted(small, 'revoke in production');
    const key = await approved(small, 'a new key');
    await collects(small, key);
    small.clock.forward(1000);
    const revoke = await requested(small, 'revoke her key');
    const desk = await deskOf(small, at('erin'));
    expect(desk.mine.map(({ record }) => record.terms.id)).toEqual([revoke, key]);
    expect(desk.myKeys.map(({ keyId }) => keyId)).toEqual(['key_made_2']);
  });

  test('is nobody else’s', async () => {
    const small = await openSmallHouse();
    await collects(small, await approved(small, 'a new key'));
    expect(await deskOf(small, at('bea'))).toMatchObject({ mine: [], myKeys: [] });
  });
});

describe('a lease', () => {
  test('ends with the revocation of its key, which goes with its account', async () => {
    const small = await openSmallHouse();
    await collects(small, await approved(small, 'a new key'));
    const project = { id: 'proj_dev', name: 'search-dev' };
    const input = { key: { id: 'key_made_2', name: 'nightly-eval', redacted: 'sk-svcacct-m2...eeee', project } };
    const drafted = await small.useCases.draft({
      operationId: operationId('keys.revoke'),
      input,
      reason: 'done with it',
      caller: at('erin'),
    });
    if (drafted.kind !== 'drafted') throw new Error('Not drafted');
    const requestId = drafted.picture.record.terms.id;
    must(await small.useCases.submit({ requestId, typedName: null, caller: at('erin') }));
    must(await decides(small, requestId, { who: 'bea' }));
    await executeApproved(small.house);
    expect(small.vendor.sent().at(-1)).toBe('DELETE /organization/projects/proj_dev/service_accounts/user_made_1');
    expect((await deskOf(small, at('erin'))).myKeys).toEqual([]);
    expect((await small.store.read.leases.byKey('key_made_2'))?.endedAt).toBe(small.clock.now());
  });
});
