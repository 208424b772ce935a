import { describe, expect, test } from 'vitest';
import { minuteMs, secondMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import type { House } from '#workflow/house.ts';
import { openUseCases } from '#workflow/open-use-cases.ts';
import { recoverInterrupted, settleUnknown } from '#workflow/settle-request.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { type Mortality, mortal } from '../support/mortal-house.ts';
import { buildSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, standing } from '../support/walk.ts';

const whens = ['before', 'after'] as const;
const immortal = { atStep: Number.POSITIVE_INFINITY, when: 'before' } as const;

/** What a start does, and then the background work until nothing is unknown any more; the process may die in it. */
async function startAgain(small: SmallHouse, wrap: (house: House) => House = (house) => house): Promise<void> {
  const { house } = small.restarted(wrap);
  await recoverInterrupted(house);
  for (const waitMs of [0, 45 * secondMs, 45 * secondMs, minuteMs]) {
    small.clock.forward(waitMs);
    await executeApproved(house);
    await settleUnknown(house);
  }
}

/** Erin presses in a process that dies; what she saw counts, whatever the process came to know of it. */
async function pressAndDie(small: SmallHouse, id: RequestId, fate: Mortality): Promise<string[]> {
  const seen: string[] = [];
  const { house } = small.restarted(fate.wrap);
  const sees = ({ secret }: { secret: { reveal(): string } }) =>
    fate.about(() => {
      seen.push(secret.reveal());
      return Promise.resolve(true);
    });
  await collects({ useCases: openUseCases(house) }, id, { sees }).catch(() => null);
  return seen;
}

async function withApproval<T>(
  wish: 'a new key' | 'revoke her key',
  story: (small: SmallHouse, id: RequestId) => Promise<T>,
): Promise<T> {
  const small = await buildSmallHouse();
  try {
    return await story(small, await approved(small, wish));
  } finally {
    await small.close();
  }
}

/** Every key that exists was seen by somebody, and there is at most one. */
function expectNoUnseenKey(small: SmallHouse, seen: readonly string[]): void {
  const { organization } = small.vendor;
  const accounts = organization.madeAccounts();
  expect(accounts.length).toBeLessThanOrEqual(1);
  for (const account of accounts) {
    expect(organization.keysOf(account.id).map(({ value }) => value)).toEqual(seen.slice(-1));
  }
}

const stepsOfCollecting = await withApproval('a new key', async (small, id) => {
  const fate = mortal(immortal);
  await pressAndDie(small, id, fate);
  return fate.steps();
});

const stepsOfRevoking = await withApproval('revoke her key', async (small) => {
  const fate = mortal(immortal);
  await executeApproved(small.restarted(fate.wrap).house);
  return fate.steps();
});

describe('a process that dies while a key is made', () => {
  test('has many places to die at', () => {
    expect(stepsOfCollecting).toBeGreaterThan(40);
  });

  test.each(whens)(
    '%s any of its port calls leaves no key that nobody saw, and the key can be made again',
    async (when) => {
      for (let atStep = 1; atStep <= stepsOfCollecting; atStep += 1) {
        await withApproval('a new key', async (small, id) => {
          const seen = await pressAndDie(small, id, mortal({ atStep, when }));
          await startAgain(small);
          expectNoUnseenKey(small, seen);
          const { state } = await standing(small, id);
          expect(['waiting', 'succeeded']).toContain(state);
          if (state === 'waiting') {
            expect(small.vendor.organization.madeAccounts()).toEqual([]);
            const { outcome, shown } = await collects(small.restarted(), id);
            expect(outcome.kind).toBe('done');
            expectNoUnseenKey(
              small,
              shown.map(({ secret }) => secret.reveal()),
            );
          }
          expect(small.vendor.organization.madeAccounts()).toHaveLength(1);
          expect(await brokenInvariants(small)).toEqual([]);
        });
      }
    },
  );
});

describe('a process that dies again while it takes back what the first one made', () => {
  // Deaths after which something has to be taken back: the account, the membership, the key, and the key that was on its way to Erin.
  const deaths = [0.35, 0.5, 0.65, 0.8].map((part) => Math.floor(stepsOfCollecting * part));

  test.each(deaths)('(first death at port call %d) leaves nothing all the same', async (first) => {
    const steps = await withApproval('a new key', async (small, id) => {
      await pressAndDie(small, id, mortal({ atStep: first, when: 'after' }));
      const fate = mortal(immortal);
      await startAgain(small, fate.wrap);
      return fate.steps();
    });
    for (let atStep = 1; atStep <= steps; atStep += 1) {
      for (const when of whens) {
        await withApproval('a new key', async (small, id) => {
          await pressAndDie(small, id, mortal({ atStep: first, when: 'after' }));
          await startAgain(small, mortal({ atStep, when }).wrap).catch(() => null);
          await startAgain(small);
          expect(small.vendor.organization.madeAccounts()).toEqual([]);
          expect((await standing(small, id)).state).toBe('waiting');
          expect(await brokenInvariants(small)).toEqual([]);
        });
      }
    }
  });
});

describe('a process that dies while a key is revoked', () => {
  test('has many places to die at', () => {
    expect(stepsOfRevoking).toBeGreaterThan(20);
  });

  test.each(whens)(
    '%s any of its port calls sends the deletion once, and says in the end what is true',
    async (when) => {
      for (let atStep = 1; atStep <= stepsOfRevoking; atStep += 1) {
        await withApproval('revoke her key', async (small, id) => {
          await executeApproved(small.restarted(mortal({ atStep, when }).wrap).house).catch(() => null);
          await startAgain(small);
          const { state } = await standing(small, id);
          const isGone = !small.vendor.organization.keys.has('key_dev');
          expect(state).toBe(isGone ? 'succeeded' : 'failed');
          expect(small.vendor.arrivals.length).toBe(isGone ? 1 : 0);
          expect(await brokenInvariants(small)).toEqual([]);
        });
      }
    },
  );
});
