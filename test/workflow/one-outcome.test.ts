import { describe, expect, test } from 'vitest';
import { hourMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import type { ActivePolicy, House } from '#workflow/house.ts';
import { openUseCases } from '#workflow/open-use-cases.ts';
import type { ActOutcome } from '#workflow/use-cases.ts';
import { at, type Somebody } from '../support/cast.ts';
import { brokenInvariants } from '../support/check-invariants.ts';
import { gated, gatedAtWrites } from '../support/gated-house.ts';
import { everyInterleaving, type Gate } from '../support/interleavings.ts';
import { remembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { buildSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, decides, drafted, recordOf, requested } from '../support/walk.ts';

/** One of those who act at the same instant; answers what they were told. */
type Act = (house: House, id: RequestId, small: SmallHouse) => Promise<ActOutcome | null>;

const approves =
  (who: Somebody, kind: 'approve' | 'deny' = 'approve'): Act =>
  (house, id, { store }) =>
    decides({ useCases: openUseCases(house), store }, id, { who, kind });
const cancels: Act = (house, requestId) => openUseCases(house).cancel({ requestId, caller: at('erin') });
const sends: Act = (house, requestId) => openUseCases(house).submit({ requestId, typedName: null, caller: at('erin') });
const collecting: Act = async (house, id) => (await collects({ useCases: openUseCases(house) }, id)).outcome;
const expires: Act = async (house) => (await expireRequests(house), null);
const executes: Act = async (house) => (await executeApproved(house), null);

interface End {
  readonly small: SmallHouse;
  readonly state: string;
  readonly outcomes: readonly (ActOutcome | null)[];
  /** States the request went through. */
  readonly path: readonly string[];
}

interface Play {
  readonly prepare: (small: SmallHouse) => Promise<RequestId>;
  readonly acts: readonly Act[];
  readonly expected: (end: End) => void;
  readonly policy?: ActivePolicy;
  readonly wrap?: (house: House, gate: Gate) => House;
  /** Milliseconds that pass at some moment of the play, in every order too. */
  readonly passes?: number;
}

async function inEveryOrder({ prepare, acts, expected, policy, wrap = gated, passes }: Play): Promise<number> {
  return everyInterleaving(2000, async () => {
    const small = await buildSmallHouse(policy === undefined ? {} : { policy });
    const id = await prepare(small);
    const outcomes: (ActOutcome | null)[] = acts.map(() => null);
    const actors = acts.map((act, i) => async (gate: Gate) => {
      // What reads the clock first of all must not always have read it before the others began.
      if (passes !== undefined) await gate();
      outcomes[i] = await act(wrap(small.house, gate), id, small);
    });
    const time = async (gate: Gate) => {
      await gate();
      small.clock.forward(passes ?? 0);
    };
    const after = async () => {
      const { state } = await recordOf(small, id);
      const moves = (await remembered(small)).filter(({ kind }) => kind === 'request.moved');
      expected({ small, state, outcomes, path: moves.map(({ what }) => what['to'] as string) });
      expect(await brokenInvariants(small)).toEqual([]);
      await small.close();
    };
    return { actors: passes === undefined ? actors : [...actors, time], after };
  });
}

const done = (outcomes: End['outcomes']) => outcomes.map((outcome) => outcome?.kind === 'done');
const untilLastMinute = async (small: SmallHouse) => {
  const id = await requested(small, 'revoke her key');
  small.clock.forward(24 * hourMs - 1);
  return id;
};

describe('at the same instant', () => {
  test('B9 · two approve where one is needed: one of them approves, once', async () => {
    const plays = await inEveryOrder({
      prepare: (small) => requested(small, 'revoke her key'),
      acts: [approves('bea'), approves('omar')],
      expected: ({ state, outcomes, path }) => {
        expect(state).toBe('approved');
        expect(done(outcomes).filter(Boolean)).toHaveLength(1);
        expect(path).toEqual(['pending', 'approved']);
      },
    });
    expect(plays).toBe(20);
  });

  test('B9 · two approve where two are needed: both count, and it is approved once', async () => {
    await inEveryOrder({
      policy: smallPolicy(['destructive: { approvals: 1', 'destructive: { approvals: 2']),
      prepare: (small) => requested(small, 'revoke her key'),
      acts: [approves('bea'), approves('omar')],
      expected: ({ state, outcomes, path }) => {
        expect(state).toBe('approved');
        expect(done(outcomes)).toEqual([true, true]);
        expect(path).toEqual(['pending', 'pending', 'approved']);
      },
    });
  });

  test('B10 · one approves twice: that is one approval', async () => {
    await inEveryOrder({
      policy: smallPolicy(['destructive: { approvals: 1', 'destructive: { approvals: 2']),
      prepare: (small) => requested(small, 'revoke her key'),
      acts: [approves('bea'), approves('bea')],
      expected: ({ state, outcomes }) => {
        expect(state).toBe('pending');
        expect(done(outcomes).filter(Boolean)).toHaveLength(1);
      },
    });
  });

  test('B12 · one approves and one denies: whoever is first is heard, and a denial still stops what is not yet sent', async () => {
    await inEveryOrder({
      prepare: (small) => requested(small, 'revoke her key'),
      acts: [approves('bea'), approves('omar', 'deny')],
      expected: ({ state, outcomes, path }) => {
        expect(state).toBe('denied');
        expect(done(outcomes)[1]).toBe(true);
        expect(path.includes('approved')).toBe(done(outcomes)[0]);
      },
    });
  });

  test('B11 · one approves and the requester cancels: it ends cancelled, and the approver is told the truth', async () => {
    await inEveryOrder({
      prepare: (small) => requested(small, 'revoke her key'),
      acts: [approves('bea'), cancels],
      expected: ({ state, outcomes, path }) => {
        expect(state).toBe('cancelled');
        expect(done(outcomes)[1]).toBe(true);
        expect(path.includes('approved')).toBe(done(outcomes)[0]);
      },
    });
  });

  test('B11 · one approves and the time runs out: one of the two', async () => {
    const ends = new Set<string>();
    await inEveryOrder({
      prepare: untilLastMinute,
      passes: 1,
      acts: [approves('bea'), expires],
      expected: ({ state, outcomes, path }) => {
        ends.add(`${state} ${done(outcomes)[0] === true ? 'counted' : 'refused'}`);
        expect(path).toHaveLength(state === 'pending' ? 1 : 2);
      },
    });
    // Pending is what a refused approval leaves when the clock was read by the job just before.
    expect([...ends].toSorted()).toEqual(['approved counted', 'expired refused', 'pending refused']);
  });

  test('B9, B11 · two approve and the requester cancels: nothing of it is sent, whoever was first', async () => {
    const plays = await inEveryOrder({
      prepare: (small) => requested(small, 'revoke her key'),
      acts: [approves('bea'), approves('omar'), cancels],
      policy: smallPolicy(['destructive: { approvals: 1', 'destructive: { approvals: 2']),
      wrap: gatedAtWrites,
      expected: ({ state, outcomes }) => {
        expect(state).toBe('cancelled');
        expect(outcomes[2]?.kind).toBe('done');
      },
    });
    expect(plays).toBeGreaterThan(5);
  });

  test('B11 · one approves, the time runs out and it is carried out: in time and whole, or not at all', async () => {
    const plays = await inEveryOrder({
      prepare: untilLastMinute,
      acts: [approves('bea'), expires, executes],
      wrap: gatedAtWrites,
      passes: 1,
      expected: ({ state, outcomes, small }) => {
        expect(['expired', 'pending', 'approved', 'succeeded']).toContain(state);
        const isCounted = state === 'approved' || state === 'succeeded';
        expect(done(outcomes)[0]).toBe(isCounted);
        expect(small.vendor.arrivals).toHaveLength(state === 'succeeded' ? 1 : 0);
      },
    });
    expect(plays).toBeGreaterThan(20);
  }, 120_000);

  test('it is cancelled and carried out: nothing is sent of what was cancelled', async () => {
    const ends = new Set<string>();
    await inEveryOrder({
      wrap: gatedAtWrites,
      prepare: (small) => approved(small, 'revoke her key'),
      acts: [cancels, executes],
      expected: ({ small, state, outcomes }) => {
        ends.add(state);
        expect(small.vendor.arrivals).toHaveLength(state === 'cancelled' ? 0 : 1);
        expect(done(outcomes)[0]).toBe(state === 'cancelled');
      },
    });
    expect([...ends].toSorted()).toEqual(['cancelled', 'succeeded']);
  });

  test('two processes carry it out: one does', async () => {
    await inEveryOrder({
      wrap: gatedAtWrites,
      prepare: (small) => approved(small, 'revoke her key'),
      acts: [executes, executes],
      expected: ({ small, state }) => {
        expect(state).toBe('succeeded');
        expect(small.vendor.arrivals).toHaveLength(1);
      },
    });
  });

  test('the requester presses twice: one key is made', async () => {
    const plays = await inEveryOrder({
      wrap: gatedAtWrites,
      prepare: (small) => approved(small, 'a new key'),
      acts: [collecting, collecting],
      expected: ({ small, state, outcomes }) => {
        expect(state).toBe('succeeded');
        expect(done(outcomes).filter(Boolean)).toHaveLength(1);
        expect(small.vendor.organization.madeAccounts()).toHaveLength(1);
      },
    });
    expect(plays).toBeGreaterThan(10);
  });

  test('the requester collects and an approver denies: either a key is shown or none exists', async () => {
    const ends = new Set<string>();
    await inEveryOrder({
      wrap: gatedAtWrites,
      prepare: (small) => approved(small, 'a new key'),
      acts: [collecting, approves('omar', 'deny')],
      expected: ({ small, state, outcomes }) => {
        ends.add(state);
        expect(done(outcomes)).toEqual(state === 'succeeded' ? [true, false] : [false, true]);
        expect(small.vendor.organization.madeAccounts()).toHaveLength(state === 'succeeded' ? 1 : 0);
      },
    });
    expect([...ends].toSorted()).toEqual(['denied', 'succeeded']);
  });

  test('a draft is sent and dropped: it is dropped, whatever was first', async () => {
    await inEveryOrder({
      wrap: gatedAtWrites,
      prepare: (small) => drafted(small, 'revoke her key'),
      acts: [sends, cancels],
      expected: ({ state, outcomes, path }) => {
        expect(state).toBe('cancelled');
        expect(path.includes('pending')).toBe(done(outcomes)[0]);
      },
    });
  });
});

test('B10 · without any order imposed, ten presses of everybody at once give one approval', async () => {
  for (let round = 0; round < 20; round += 1) {
    const small = await buildSmallHouse();
    const id = await requested(small, 'revoke her key');
    const people = ['bea', 'omar', 'sam', 'bea', 'priya', 'erin', 'zoe', 'omar', 'sam', 'bea'] as const;
    const outcomes = await Promise.all(people.map((who) => decides(small, id, { who })));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(await small.store.read.requests.decisions(id)).toHaveLength(1);
    expect(await brokenInvariants(small)).toEqual([]);
    await small.close();
  }
});
