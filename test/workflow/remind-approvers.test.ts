import { describe, expect, test } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { remindApprovers } from '#workflow/remind-approvers.ts';
import { at } from '../support/cast.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { decides, must, requested } from '../support/walk.ts';

const hour = 60 * minuteMs;

/** Whom the reminders that wait to be sent are for, in the order they were written. */
async function reminded(small: SmallHouse): Promise<readonly unknown[]> {
  const rows = await small.store.read.outbox.due(small.clock.now(), 500);
  return rows.filter(({ key }) => key.startsWith('reminder:')).map(({ payload }) => payload['channel']);
}

async function passes(small: SmallHouse, ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 5 * minuteMs) {
    small.clock.forward(5 * minuteMs);
    await remindApprovers(small.house);
  }
}

async function begun(policy = smallPolicy()) {
  const small = await openSmallHouse({ policy });
  const id = await requested(small, 'a new key');
  await remindApprovers(small.house);
  return { small, id };
}

describe('reminders', () => {
  test('come half an hour after the card, to as many as are needed and no more', async () => {
    const { small } = await begun();
    await passes(small, 25 * minuteMs);
    expect(await reminded(small)).toEqual([]);
    await passes(small, 10 * minuteMs);
    expect(await reminded(small)).toEqual(['U0BEA00001']);
  });

  test('back off, turn to somebody else after two in vain, and end', async () => {
    const { small } = await begun();
    await passes(small, 23 * hour);
    expect(await reminded(small)).toEqual(['U0BEA00001', 'U0BEA00001', 'U0OMAR0001', 'U0OMAR0001']);
  });

  test('stop at the first look, and for whoever stepped aside', async () => {
    const looked = await begun();
    await looked.small.useCases.check({ requestId: looked.id, kind: 'approve', caller: at('omar') });
    await passes(looked.small, 4 * hour);
    expect(await reminded(looked.small)).toEqual([]);
    const aside = await begun();
    must(await aside.small.useCases.stepAside({ requestId: aside.id, back: false, caller: at('bea') }));
    await passes(aside.small, hour);
    expect(await reminded(aside.small)).toEqual(['U0OMAR0001']);
  });

  test('wait until the asked group works', async () => {
    const hours = 'approvers: { people: [bea, omar, sam], hours: { from: "14:00", to: "17:00", zone: UTC } }';
    const { small } = await begun(smallPolicy(['approvers: [bea, omar, sam]', hours]));
    await passes(small, 115 * minuteMs);
    expect(await reminded(small)).toEqual([]);
    await passes(small, 20 * minuteMs);
    expect(await reminded(small)).toEqual(['U0BEA00001']);
  });

  test('are written once, however many processes look at the same moment', async () => {
    const { small } = await begun();
    small.clock.forward(31 * minuteMs);
    const other = small.restarted();
    await Promise.all([remindApprovers(small.house), remindApprovers(other.house), remindApprovers(small.house)]);
    expect(await reminded(small)).toEqual(['U0BEA00001']);
  });

  test('end with the decision, and how long it took is kept', async () => {
    const { small, id } = await begun();
    small.clock.forward(11 * minuteMs);
    must(await decides(small, id, { who: 'bea' }));
    await passes(small, 4 * hour);
    expect(await reminded(small)).toEqual([]);
    const rule = 'Everyone may ask for a key of up to 90 days';
    expect(await small.store.read.desk.answerTimes(rule, 20)).toEqual([11 * minuteMs]);
  });
});
