import { expect, test } from 'vitest';
import { dayMs, hourMs } from '#domain/instant.ts';
import { forgetOld } from '#workflow/forget-old.ts';
import { kindsRemembered } from '../support/remembered.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { approved } from '../support/walk.ts';

test('what nothing looks at any more is dropped, each in its time, and the chain is never touched', async () => {
  const small = await openSmallHouse();
  await approved(small, 'revoke her key');
  const told = await kindsRemembered(small);
  const at = small.clock.now();
  const line = {
    at,
    cause: 'job',
    method: 'GET',
    path: '/x',
    status: 200,
    vendorRequestId: null,
    durationMs: 1,
    run: 'r',
  };
  await small.store.transact(async (tx) => {
    await tx.inbox.claim('delivery', at);
    await tx.watch.keepNew([{ id: 'event', type: 'x', at, actorId: null, body: {} }]);
    await tx.callLog.add(line);
  });
  const isKept = async () => ({
    delivery: !(await small.store.transact(async (tx) => {
      const isNew = await tx.inbox.claim('delivery', at);
      return isNew;
    })),
    event: (await small.store.read.watch.eventsSince(0)).length === 1,
    line: (await small.store.transact((tx) => tx.callLog.ofRun('r'))).length === 1,
  });

  small.clock.forward(dayMs);
  await forgetOld(small.house);
  expect(await isKept()).toEqual({ delivery: true, event: true, line: true });
  small.clock.forward(1);
  await forgetOld(small.house);
  expect(await isKept()).toEqual({ delivery: false, event: true, line: true });
  small.clock.forward(7 * dayMs + hourMs);
  await forgetOld(small.house);
  expect(await isKept()).toMatchObject({ event: false, line: true });
  small.clock.forward(30 * dayMs);
  await forgetOld(small.house);
  expect(await isKept()).toMatchObject({ line: false });
  expect(await kindsRemembered(small)).toEqual(told);
});
