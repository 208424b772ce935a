import { describe, expect, test } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { watchClock } from '#workflow/watch-clock.ts';
import { at } from '../support/cast.ts';
import { remembered, toBePosted } from '../support/remembered.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { collects, decides, drafted, requested, standing } from '../support/walk.ts';

const off = (aheadMs: number) => [
  { whose: 'Slack’s', aheadMs: 0 },
  { whose: 'OpenAI’s', aheadMs },
];

describe('a clock that is off', () => {
  test.each([minuteMs, -minuteMs])(
    'C12 · by %i ms lets no change be sent, nor an approved one be carried out',
    async (aheadMs) => {
      const small = await openSmallHouse();
      const approvedBefore = await requested(small, 'a new key');
      await decides(small, approvedBefore, { who: 'bea' });
      const requestId = await drafted(small, 'a new key');
      small.setClocks(off(aheadMs));
      expect(await small.useCases.submit({ requestId, typedName: null, caller: at('erin') })).toMatchObject({
        code: 'clock.skewed',
        rule: expect.stringMatching(
          /^This machine’s clock is 1 minute \w+( of)? OpenAI’s\. Changes wait until it is right/,
        ),
      });
      await collects(small, approvedBefore).catch(() => undefined);
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toEqual([]);
      expect((await standing(small, approvedBefore)).state).toBe('waiting');
      small.setClocks(off(0));
      await collects(small, approvedBefore);
      expect((await standing(small, approvedBefore)).state).toBe('succeeded');
    },
  );

  test('C12 · does not hold back what only takes away from an intruder', async () => {
    const small = await openSmallHouse();
    small.setClocks(off(minuteMs));
    const id = await requested(small, 'revoke her key');
    await decides(small, id, { who: 'bea' });
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('succeeded');
  });

  test('C12 · is told once an hour, and half a minute is not', async () => {
    const small = await openSmallHouse();
    small.setClocks(off(30_000));
    await watchClock(small.house);
    expect(await toBePosted(small)).toEqual([]);
    small.setClocks(off(31_000));
    for (let n = 0; n < 3; n += 1) await watchClock(small.house);
    const raised = (await remembered(small)).filter(({ kind }) => kind === 'finding.raised');
    expect(raised.map(({ what }) => what['detection'])).toEqual(['self.clock-skew']);
  });
});
