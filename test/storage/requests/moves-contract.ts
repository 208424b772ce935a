import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestState } from '#approvals/state.ts';
import type { RequestWriter } from '#workflow/ports/requests.ts';
import type { CurrentStore } from '../contract.ts';
import { HOUR, idOf, NOON, sampleRequest } from '../sample-request.ts';

type Move = Parameters<RequestWriter['move']>[1];

const approve: Move = { from: 'pending', revision: 0, to: 'approved', deadline: NOON + 9 * HOUR };

export function movesContract(store: CurrentStore): void {
  const insert = (n: number) => store().transact((tx) => tx.requests.insert(sampleRequest(n)));
  const move = (how: Move, n = 1) => store().transact((tx) => tx.requests.move(idOf(n), how));
  const find = (n = 1) => store().read.requests.find(idOf(n));

  describe('requests.move', () => {
    it('moves a request that stands where the caller saw it', async () => {
      await insert(1);
      expect(await move({ ...approve, attempt: 1, outcome: 'Bea approved.' })).toBe(true);
      expect(await find()).toMatchObject({
        state: 'approved',
        revision: 1,
        attempt: 1,
        outcome: 'Bea approved.',
        deadline: NOON + 9 * HOUR,
      });
    });

    it('leaves what is not named as it was', async () => {
      await insert(1);
      await move({ ...approve, attempt: 1, outcome: 'first' });
      await move({ from: 'approved', revision: 1, to: 'executing', deadline: null });
      expect(await find()).toMatchObject({
        state: 'executing',
        revision: 2,
        attempt: 1,
        outcome: 'first',
        deadline: null,
        endedAt: null,
      });
    });

    it.each([
      ['another state', { ...approve, from: 'approved' }],
      ['another revision', { ...approve, revision: 1 }],
      ['a deadline that has just passed', { ...approve, before: NOON + 1000 + HOUR }],
    ] as const)('does nothing for %s', async (_, how) => {
      await insert(1);
      expect(await move(how)).toBe(false);
      expect(await find()).toEqual(sampleRequest(1));
    });

    it('moves until the last millisecond before the deadline', async () => {
      await insert(1);
      expect(await move({ ...approve, before: NOON + 1000 + HOUR - 1 })).toBe(true);
    });

    it('lets nothing without a deadline pass a question of time', async () => {
      await store().transact((tx) => tx.requests.insert(sampleRequest(1, { deadline: null })));
      expect(await move({ ...approve, before: 0 })).toBe(false);
    });

    it('does nothing for a request that does not exist', async () => {
      expect(await move(approve, 99)).toBe(false);
    });

    it('never moves what has ended', async () => {
      await store().transact((tx) => tx.requests.insert(sampleRequest(1, { state: 'denied', endedAt: NOON })));
      await expect(move({ ...approve, from: 'denied' })).rejects.toThrow('never moves again');
    });

    it('lets exactly one of any competitors win each revision, in every interleaving', async () => {
      let n = 100;
      // All but `executing`, which nothing reaches that was not approved.
      const states: readonly RequestState[] = ['approved', 'waiting', 'unknown', 'pending'];
      const competitor = fc.record({
        to: fc.constantFrom(...states),
        before: fc.option(fc.constant(NOON), { nil: undefined }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(competitor, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
          async (rounds) => {
            n += 1;
            await insert(n);
            for (const [revision, rivals] of rounds.entries()) {
              // All rivals look first and act later, as two approvers and a timer do.
              const seen = await find(n);
              const how = { from: seen?.state ?? 'pending', revision, deadline: NOON + 99 * HOUR };
              const won = await Promise.all(
                rivals.map(({ to, before }) => move({ ...how, to, ...(before === undefined ? {} : { before }) }, n)),
              );
              expect(won.filter(Boolean)).toHaveLength(1);
              expect(await find(n)).toMatchObject({ revision: revision + 1, state: rivals[won.indexOf(true)]?.to });
            }
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}
