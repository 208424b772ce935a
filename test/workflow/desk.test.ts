import { describe, expect, test } from 'vitest';
import { operationId, slackUserId } from '#domain/ids.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import type { Caller, Desk } from '#workflow/use-cases.ts';
import { at } from '../support/cast.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, decides, drafted, must, requested } from '../support/walk.ts';

async function deskOf(small: SmallHouse, caller: Caller): Promise<Desk> {
  const desk = await small.useCases.desk(caller);
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
        userGroup: () => Promise.resolve({ known: true, slackIds: crowd }),
      },
    }));
    const id = await requested({ useCases }, 'revoke her key');
    for (const who of crowd) expect(waiting(await deskOf({ ...small, useCases }, at(who)))).toEqual([id]);
    expect((await useCases.picture(id))?.couldDecide).toHaveLength(10);
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
