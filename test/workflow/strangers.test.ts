import { describe, expect, test } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import type { ActOutcome } from '#workflow/use-cases.ts';
import { at, type Somebody } from '../support/cast.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, decides, drafts, must, recordOf, requested } from '../support/walk.ts';

// CVE-2026-5807 (HCSEC-2026-08): somebody with no part in it could end an operation that waited for its quorum, over and over.

const presses: Readonly<
  Record<string, (small: SmallHouse, id: RequestId, who: Somebody) => Promise<ActOutcome | { kind: string }>>
> = {
  approve: (small, id, who) => decides(small, id, { who }),
  deny: (small, id, who) => decides(small, id, { who, kind: 'deny' }),
  cancel: (small, requestId, who) => small.useCases.cancel({ requestId, caller: at(who) }),
  send: (small, requestId, who) => small.useCases.submit({ requestId, typedName: null, caller: at(who) }),
  'take back': (small, requestId, who) => small.useCases.takeBack({ requestId, caller: at(who) }),
  ask: (small, requestId, who) => small.useCases.ask({ requestId, text: 'Why?', caller: at(who) }),
  answer: (small, requestId, who) =>
    small.useCases.answer({ requestId, question: 1, text: 'Because', caller: at(who) }),
  collect: (small, requestId, who) =>
    small.useCases.collect({ requestId, caller: at(who), show: () => Promise.resolve(true), onWait: () => undefined }),
  'keep mine': (small, requestId, who) => small.useCases.keepMine({ requestId, suggestion: 1, caller: at(who) }),
  'take a suggestion': (small, requestId, who) =>
    small.useCases.takeSuggestion({ requestId, suggestion: 1, caller: at(who) }),
  'step aside': (small, requestId, who) => small.useCases.stepAside({ requestId, back: false, caller: at(who) }),
  nudge: (small, requestId, who) => small.useCases.nudgeApprovers({ requestId, caller: at(who) }),
  'add a reason': (small, requestId, who) => small.useCases.addReason({ requestId, text: 'Hurry', caller: at(who) }),
};

describe.each(['priya', 'zoe'] as const)('CVE-2026-5807 · %s, who has no part in a request', (who) => {
  test.each(Object.entries(presses))('changes nothing of it with %s, however often', async (_, press) => {
    const small = await openSmallHouse();
    const waits = await requested(small, 'a new key');
    const ready = await approved(small, 'a new key');
    const before = [await recordOf(small, waits), await recordOf(small, ready)];
    for (let i = 0; i < 10; i += 1) {
      for (const id of [waits, ready]) {
        const outcome = await press(small, id, who);
        expect(outcome.kind).not.toBe('done');
        expect(outcome.kind).not.toBe('drafted');
      }
    }
    expect([await recordOf(small, waits), await recordOf(small, ready)]).toEqual(before);
    expect(await small.store.read.requests.decisions(waits)).toEqual([]);
    expect(small.vendor.arrivals).toEqual([]);
  });

  test('takes no share of anybody else’s: its approver still decides and its requester still asks', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    for (let i = 0; i < 30; i += 1) {
      await presses['cancel']?.(small, id, who);
      await presses['deny']?.(small, id, who);
    }
    must(await decides(small, id, { who: 'bea' }));
    expect((await recordOf(small, id)).state).toBe('waiting');
    expect(await drafts(small, 'revoke her key')).toMatchObject({ kind: 'drafted' });
  });
});
