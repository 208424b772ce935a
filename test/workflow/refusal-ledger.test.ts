import { describe, expect, test } from 'vitest';
import { refuse } from '#domain/refusal.ts';
import { slackUserId } from '#domain/ids.ts';
import { RefusalLedger } from '#workflow/refusal-ledger.ts';
import { slackIds } from '../support/cast.ts';
import { withWriters } from '../support/failing-store.ts';
import { remembered, toBePosted } from '../support/remembered.ts';
import { openSmallHouse } from '../support/small-house.ts';

const no = (code: string) => refuse(code, { what: 'No.', rule: `Because of ${code}.` });

describe('refusals', () => {
  test('of the same kind are one entry with their number, and one message for all', async () => {
    const small = await openSmallHouse();
    const { refusals } = small.house;
    const at = small.clock.now();
    for (let n = 0; n < 30; n += 1)
      refusals.note({ who: slackIds.erin, via: 'button', refusal: no('own'), at: at + n });
    refusals.note({ who: slackIds.erin, via: 'command', refusal: no('own'), at });
    refusals.note({ who: slackIds.zoe, via: 'button', refusal: no('own'), at });
    expect(await refusals.flush(small.house)).toBe(3);
    expect(
      (await remembered(small)).map(({ who, what }) => [who, what['via'], what['count'], what['firstAt']]),
    ).toEqual([
      ['U0ERIN0001', 'button', 30, at],
      ['U0ERIN0001', 'command', 1, at],
      ['U0ZOE00001', 'button', 1, at],
    ]);
    const [row, ...others] = await toBePosted(small);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ kind: 'refusals', lane: 'bulk', payload: { more: 0 } });
    expect(row?.payload['lines']).toHaveLength(3);
  });

  test('about something confidential are kept, and told in no channel', async () => {
    const small = await openSmallHouse();
    const { refusals } = small.house;
    const asked = { who: slackIds.sam, via: 'command', refusal: no('target'), at: 1 };
    refusals.note({ ...asked, quiet: 'draft' });
    refusals.note({ ...asked, quiet: small.house.dice.requestId() });
    expect(await refusals.flush(small.house)).toBe(2);
    expect(await toBePosted(small)).toEqual([]);
    expect((await remembered(small)).map(({ what }) => [what['code'], what['rule']])).toEqual([
      ['confidential.refused', ''],
      ['target', 'Because of target.'],
    ]);
    refusals.note({ ...asked, quiet: 'draft' });
    refusals.note({ ...asked, refusal: no('loud') });
    await refusals.flush(small.house);
    expect((await toBePosted(small)).map(({ payload }) => payload['lines'])).toMatchObject([[{ code: 'loud' }]]);
  });

  test('that were written are not written again', async () => {
    const small = await openSmallHouse();
    small.house.refusals.note({ who: slackIds.erin, via: 'button', refusal: no('own'), at: 1 });
    await small.house.refusals.flush(small.house);
    expect(await small.house.refusals.flush(small.house)).toBe(0);
    expect(await remembered(small)).toHaveLength(1);
  });

  test('of two rounds within a minute are two messages', async () => {
    const small = await openSmallHouse();
    for (const code of ['one', 'other']) {
      small.house.refusals.note({ who: slackIds.erin, via: 'button', refusal: no(code), at: 1 });
      await small.house.refusals.flush(small.house);
      small.clock.forward(20_000);
    }
    expect(await toBePosted(small)).toHaveLength(2);
  });

  test('beyond twenty kinds are counted in the message and written in full in the chain', async () => {
    const small = await openSmallHouse();
    for (let n = 0; n < 25; n += 1) {
      small.house.refusals.note({ who: slackIds.erin, via: 'button', refusal: no(`code-${n}`), at: 1 });
    }
    await small.house.refusals.flush(small.house);
    const [row] = await toBePosted(small);
    expect(row?.payload['more']).toBe(5);
    expect(row?.payload['lines']).toHaveLength(20);
    expect(await remembered(small)).toHaveLength(25);
  });

  test('of a flood are bounded, and how many were left out is said', async () => {
    const small = await openSmallHouse();
    const ledger = new RefusalLedger();
    for (let n = 0; n < 1010; n += 1) {
      ledger.note({ who: slackUserId(`U${n}`), via: 'button', refusal: no('guest'), at: 1 });
    }
    expect(await ledger.flush(small.house)).toBe(1000);
    expect((await toBePosted(small))[0]?.payload['more']).toBe(990);
  });

  test('that could not be written are kept, together with those that came meanwhile', async () => {
    const small = await openSmallHouse();
    let isFull = true;
    const store = withWriters(small.store, () => {
      if (isFull) throw new Error('disk full');
    });
    const note = () => small.house.refusals.note({ who: slackIds.erin, via: 'button', refusal: no('own'), at: 7 });
    note();
    const flushing = small.house.refusals.flush({ ...small.house, store });
    note();
    await expect(flushing).rejects.toThrow('disk full');
    isFull = false;
    expect(await small.house.refusals.flush({ ...small.house, store })).toBe(1);
    expect((await remembered(small)).map(({ what }) => what['count'])).toEqual([2]);
  });
});
