import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { remindApprovers } from '#workflow/remind-approvers.ts';
import { at } from '../support/cast.ts';
import { remembered } from '../support/remembered.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { decides, must, recordOf, requested } from '../support/walk.ts';

const BEA = 'U0BEA00001';
const OMAR = 'U0OMAR0001';
const PRIYA = 'U0PRIYA001';
const standIn: PolicyChange = [
  'approvers: [bea, omar, sam]',
  'approvers: { people: [bea, omar, sam], fallback: stand-ins, escalate_after: 2h }\n  stand-ins: [priya]',
];

async function begun(...changes: readonly PolicyChange[]) {
  const small = await openSmallHouse({ policy: smallPolicy(...changes) });
  return { small, id: await requested(small, 'a new key') };
}

/** Why somebody was written to, and whom, in the order it was. */
async function told(small: SmallHouse): Promise<readonly string[]> {
  const rows = await small.store.read.outbox.due(small.clock.now(), 500);
  return rows.flatMap(({ kind, payload }) =>
    kind === 'reminder'
      ? [`${JSON.stringify(payload['because'])} ${JSON.stringify(payload['channel'])}`.replaceAll('"', '')]
      : [],
  );
}

const named = async (small: SmallHouse, id: RequestId) => {
  const picture = await small.useCases.picture(id);
  return picture?.couldDecide.slice(0, picture.named);
};
const entries = async (small: SmallHouse, kind: string) =>
  (await remembered(small)).filter((entry) => entry.kind === kind);

describe('the card', () => {
  test('names as many as are needed, whoever was asked for least first', async () => {
    const { small, id } = await begun();
    expect(await named(small, id)).toEqual([BEA]);
    expect(await named(small, await requested(small, 'revoke her key'))).toEqual([OMAR]);
  });

  test('names somebody who works before somebody who sleeps, and those who sleep where nobody works', async () => {
    const small = await openSmallHouse();
    small.people.setZone('bea', 'Pacific/Auckland');
    small.people.setZone('omar', 'Europe/Berlin');
    small.people.setZone('sam', 'Pacific/Auckland');
    expect(await named(small, await requested(small, 'a new key'))).toEqual([OMAR]);
    small.clock.forward(5 * 24 * hourMs);
    expect(await named(small, await requested(small, 'revoke her key'))).toEqual([BEA]);
  });

  test('names nobody who could not make a difference: one of each group that is asked', async () => {
    const { small, id } = await begun([
      'routine: { approvals: 1, from: approvers }',
      'routine: { approvals: [{ count: 1, from: approvers }, { count: 1, from: security }] }',
    ]);
    expect(await named(small, id)).toEqual([BEA, 'U0SAM00001']);
  });
});

describe('the moment of a fallback', () => {
  test('asks the fewest of it, writes an entry and shows it, once, however many processes see it', async () => {
    const { small, id } = await begun(standIn);
    small.clock.forward(2 * hourMs);
    const other = small.restarted();
    await Promise.all([remindApprovers(small.house), remindApprovers(other.house)]);
    await remindApprovers(small.house);
    expect(await told(small)).toEqual([`moved ${PRIYA}`]);
    expect(await entries(small, 'approvers.widened')).toMatchObject([
      { what: { groups: ['stand-ins'], people: [PRIYA] } },
    ]);
    const picture = await small.useCases.picture(id);
    expect(picture).toMatchObject({ stillNeeds: '1 person from approvers or stand-ins', later: [] });
    expect(await named(small, id)).toContain(PRIYA);
  });

  test('is not spoken of where it was decided before', async () => {
    const { small, id } = await begun(standIn);
    must(await decides(small, id, { who: 'bea' }));
    small.clock.forward(2 * hourMs);
    await remindApprovers(small.house);
    expect([await told(small), await entries(small, 'approvers.widened')]).toEqual([[], []]);
  });

  test('stays what it is when everybody says that it is not for them, and whoever asked is told when it comes', async () => {
    const { small, id } = await begun(standIn);
    for (const who of ['bea', 'omar', 'sam'] as const)
      must(await small.useCases.stepAside({ requestId: id, back: false, caller: at(who) }));
    const rows = await small.store.read.outbox.due(small.clock.now(), 500);
    const notice = rows.find(({ key }) => key === `nobody-left:${id}`);
    expect(notice?.payload['text']).toMatch(/said that it is not for them\. From .* stand-ins is asked\./);
    expect(await decides(small, id, { who: 'priya' })).toMatchObject({ code: 'decision.not-eligible' });
    expect(await small.useCases.wait(id)).toMatchObject({ people: 0 });
  });
});

describe('a nudge', () => {
  const nudge = (small: SmallHouse, requestId: RequestId, who: 'erin' | 'bea' = 'erin') =>
    small.useCases.nudgeApprovers({ requestId, caller: at(who) });

  test('pings the fewest who suffice, whoever was spoken to last first, once in half an hour', async () => {
    const { small, id } = await begun();
    must(await nudge(small, id));
    expect(await told(small)).toEqual([`nudged ${BEA}`]);
    small.clock.forward(30 * minuteMs - 1);
    expect(await nudge(small, id)).toMatchObject({ code: 'nudge.too-soon' });
    small.clock.forward(1);
    must(await nudge(small, id));
    expect(await told(small)).toEqual([`nudged ${BEA}`, `nudged ${BEA}`]);
    // Twice in vain: somebody else.
    small.clock.forward(30 * minuteMs);
    must(await nudge(small, id));
    expect((await told(small)).at(-1)).toBe(`nudged ${OMAR}`);
    expect(await entries(small, 'request.nudged')).toHaveLength(3);
  });

  test('is counted once, however many are pressed at the same moment', async () => {
    const { small, id } = await begun();
    await Promise.all([nudge(small, id), nudge(small, id), nudge(small, id)]);
    expect(await told(small)).toEqual([`nudged ${BEA}`]);
  });

  test('wakes nobody: who sleeps is asked when they begin to work', async () => {
    const small = await openSmallHouse();
    for (const who of ['bea', 'omar', 'sam'] as const) small.people.setZone(who, 'Pacific/Auckland');
    const id = await requested(small, 'a new key');
    expect(must(await nudge(small, id))).toContain('outside the working hours of everybody');
    expect(await told(small)).toEqual([]);
    for (let gone = 0; gone < 24; gone += 1) {
      small.clock.forward(hourMs);
      await remindApprovers(small.house);
    }
    expect((await told(small))[0]).toBe(`reminded ${BEA}`);
  });

  test('is for whoever asked, and only while others decide', async () => {
    const { small, id } = await begun();
    expect(await nudge(small, id, 'bea')).toMatchObject({ code: 'request.not-yours' });
    must(await decides(small, id, { who: 'bea' }));
    expect(await nudge(small, id)).toMatchObject({ code: 'request.closed' });
  });
});

describe('a reason that is added', () => {
  type Adding = { readonly text?: string; readonly who?: 'erin' | 'bea' };
  const add = (small: SmallHouse, requestId: RequestId, { text = 'The demo is today.', who = 'erin' }: Adding = {}) =>
    small.useCases.addReason({ requestId, text, caller: at(who) });

  test('stands beside the request and changes nothing that people saw', async () => {
    const { small, id } = await begun();
    const before = await recordOf(small, id);
    must(await add(small, id));
    expect(await recordOf(small, id)).toEqual(before);
    expect((await small.useCases.picture(id))?.additions).toMatchObject([{ text: 'The demo is today.' }]);
    expect(await entries(small, 'request.added-to')).toMatchObject([
      { what: { text: 'The demo is today.', digest: before.digest } },
    ]);
    must(await decides(small, id, { who: 'bea' }));
  });

  test('is for whoever asked, holds no key, and comes to an end', async () => {
    const { small, id } = await begun();
    expect(await add(small, id, { who: 'bea' })).toMatchObject({ code: 'request.not-yours' });
    expect(await add(small, id, { text: 'a\u202Eb says yes' })).toMatchObject({ code: 'addition.text' });
    for (let n = 0; n < 5; n += 1) must(await add(small, id));
    expect(await add(small, id)).toMatchObject({ code: 'addition.enough' });
    must(await decides(small, id, { who: 'bea' }));
    expect(await add(small, id)).toMatchObject({ code: 'request.closed' });
  });
});

describe('waiting', () => {
  test('is told by hours of each person, and by how long answers took before', async () => {
    const { small, id } = await begun();
    small.people.setZone('sam', 'Pacific/Auckland');
    expect(await small.useCases.wait(id)).toEqual({ groups: ['approvers'], people: 3, atWork: 2, usualMs: null });
    for (const minutes of [30, 5, 11]) {
      const one = await requested(small, 'a new key');
      small.clock.forward(minutes * minuteMs);
      must(await decides(small, one, { who: 'bea' }));
      await remindApprovers(small.house);
    }
    expect((await small.useCases.wait(id))?.usualMs).toBe(11 * minuteMs);
  });

  test('is over with the decision', async () => {
    const { small, id } = await begun();
    must(await decides(small, id, { who: 'bea' }));
    expect(await small.useCases.wait(id)).toBeNull();
  });
});

test('who opens the details knows of it and is reminded no more; whoever could not decide is not counted', async () => {
  const { small, id } = await begun();
  await small.useCases.look({ requestId: id, caller: at('priya') });
  await small.useCases.look({ requestId: id, caller: at('bea') });
  expect((await small.store.read.desk.asking([id])).get(id)?.looked).toEqual(['bea']);
  small.clock.forward(4 * hourMs);
  await remindApprovers(small.house);
  expect(await told(small)).toEqual([]);
});
