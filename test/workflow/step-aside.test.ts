import { describe, expect, test } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { everything, overview } from '#approvals/desk-wish.ts';
import { at, type Somebody } from '../support/cast.ts';
import { remembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { decides, must, requested, standing } from '../support/walk.ts';

const aside = (small: SmallHouse, requestId: RequestId, how: { who: Somebody; back?: boolean }) =>
  small.useCases.stepAside({ requestId, back: how.back ?? false, caller: at(how.who) });

async function listsOf(small: SmallHouse, who: Somebody) {
  const waiting = await small.useCases.desk({ caller: at(who), wish: overview });
  const wish = { section: 'set-aside', page: 0, filter: everything } as const;
  const stepped = await small.useCases.desk({ caller: at(who), wish });
  if (waiting.kind !== 'desk' || stepped.kind !== 'desk') throw new Error('No desk');
  const ids = (pictures: typeof waiting.waitingForMe) => pictures.map(({ record }) => record.terms.id);
  return { waiting: ids(waiting.waitingForMe), aside: ids(stepped.setAside), counts: waiting.counts };
}

describe('Not for me', () => {
  test('takes a request off one person’s list and nobody else’s, and can be turned back', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    expect(must(await aside(small, id, { who: 'bea' }))).toContain('2 others can decide');
    expect(await listsOf(small, 'bea')).toMatchObject({ waiting: [], aside: [id], counts: { waiting: 0, aside: 1 } });
    expect(await listsOf(small, 'omar')).toMatchObject({ waiting: [id], aside: [] });
    must(await aside(small, id, { who: 'bea', back: true }));
    expect(await listsOf(small, 'bea')).toMatchObject({ waiting: [id], aside: [] });
    const kinds = (await remembered(small)).map(({ kind, who }) => `${kind} ${who}`);
    expect(kinds).toEqual(
      expect.arrayContaining(['approver.stepped-aside U0BEA00001', 'approver.returned U0BEA00001']),
    );
  });

  test('keeps nobody from deciding all the same', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    must(await aside(small, id, { who: 'bea' }));
    must(await decides(small, id, { who: 'bea' }));
    expect((await standing(small, id)).state).toBe('waiting');
  });

  test('says so when nobody is left', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    for (const who of ['bea', 'omar'] as const) must(await aside(small, id, { who }));
    expect(must(await aside(small, id, { who: 'sam' }))).toContain('Nobody is left who could decide');
  });

  test('is for whoever could decide, once', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'a new key');
    for (const who of ['erin', 'zoe'] as const)
      expect(await aside(small, id, { who })).toMatchObject({ kind: 'refusal' });
    expect(await aside(small, id, { who: 'bea', back: true })).toMatchObject({ code: 'aside.already' });
    must(await aside(small, id, { who: 'bea' }));
    expect(await aside(small, id, { who: 'bea' })).toMatchObject({ code: 'aside.already' });
  });
});
