import { expect, test } from 'vitest';
import { dayMs } from '#domain/instant.ts';
import { operationId } from '#domain/ids.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { openDebt } from '#workflow/open-debt.ts';
import { remindDebts } from '#workflow/remind-debts.ts';
import { statusOf } from '#workflow/status.ts';
import { at, type Somebody } from '../support/cast.ts';
import { kindsRemembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, decides, recordOf, standing } from '../support/walk.ts';

const incident = 'https://incidents.acme.example/INC-7';

/** Erin asked for it, Bea approved it, and all the same it has to be reviewed. */
async function owed(small: SmallHouse) {
  const record = await recordOf(small, await approved(small, 'revoke her key'));
  return small.store.transact((tx) => openDebt(tx, small.house, { record, kind: 'without-slack', incident }));
}

async function closes(small: SmallHouse, who: Somebody) {
  const drafted = await small.useCases.draft({
    operationId: operationId('debts.close'),
    input: { debt: 'D-1' },
    reason: 'the key was public',
    caller: at(who),
  });
  if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
  const { id } = drafted.picture.record.terms;
  await small.useCases.submit({ requestId: id, typedName: null, caller: at(who) });
  return id;
}

test('A debt is shown to everybody until it is closed', async () => {
  const small = await openSmallHouse();
  await owed(small);
  const sentence = expect.stringMatching(
    /^D-1: Erin Vale, at the desk, without Slack: Revoke an API key.*INC-7$/,
  ) as unknown;
  expect(await statusOf(small.house, small.store.read.requests)).toMatchObject({ debts: [sentence] });
  const desk = await small.useCases.desk({ caller: at('priya') });
  expect(desk).toMatchObject({ alarms: [expect.stringContaining('To be reviewed: D-1: Erin Vale') as unknown] });
});

test('A16 · a debt is closed by somebody who had no part in it, after review, and by nobody else', async () => {
  const small = await openSmallHouse();
  await owed(small);
  const own = await closes(small, 'erin');
  expect(await decides(small, own, { who: 'bea' })).toMatchObject({ kind: 'refusal', code: 'decision.own-benefit' });
  const others = await closes(small, 'priya');
  expect(await decides(small, others, { who: 'erin' })).toMatchObject({ kind: 'refusal' });
  await executeApproved(small.house);
  expect(await small.store.read.debts.open()).toHaveLength(1);
  await decides(small, own, { who: 'omar' });
  await executeApproved(small.house);
  expect(await standing(small, own)).toMatchObject({ state: 'succeeded', outcome: 'D-1 is reviewed and closed.' });
  expect(await small.store.read.debts.open()).toEqual([]);
  expect(await kindsRemembered(small)).toEqual(expect.arrayContaining(['debt.opened', 'debt.closed']));
});

test('The alerts hear of a debt every day until it is closed', async () => {
  const small = await openSmallHouse();
  await owed(small);
  expect(await remindDebts(small.house)).toBe(0);
  small.clock.forward(dayMs);
  expect([await remindDebts(small.house), await remindDebts(small.house)]).toEqual([1, 0]);
  const due = await small.store.read.outbox.due(small.clock.now(), 1000);
  expect(due.find(({ key }) => key === 'debt:1:reminder')?.payload).toMatchObject({
    channel: 'C0ALERTS01',
    text: expect.stringMatching(/^Not reviewed for .*: D-1: Erin Vale/) as unknown,
  });
});

test('A request opens one debt, however often it is begun', async () => {
  const small = await openSmallHouse();
  const record = await recordOf(small, await approved(small, 'revoke her key'));
  const open = () => small.store.transact((tx) => openDebt(tx, small.house, { record, kind: 'break-glass', incident }));
  expect(await open()).toMatchObject({ id: 1, approvers: ['bea'] });
  expect(await open()).toBeNull();
});
