import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finalStates, isFinal, requestStates, type RequestState } from '#approvals/state.ts';
import { eventsFrom, type RequestEvent, statesBefore, transition, transitions } from '#approvals/transition.ts';

const events = [...new Set(transitions.map(({ event }) => event))];
const anyEvents = fc.array(fc.constantFrom(...events), { maxLength: 40 });

/** States that a new request runs through under these events; what cannot happen is passed over. */
function history(happened: readonly RequestEvent[], start: RequestState = 'draft'): readonly RequestState[] {
  const states: RequestState[] = [start];
  for (const event of happened) states.push(transition(states.at(-1) ?? start, event) ?? states.at(-1) ?? start);
  return states;
}

describe('the life of a request', () => {
  test('has each event lead from a state to one state only', () => {
    for (const state of requestStates) {
      for (const event of events) {
        expect(
          transitions.filter((row) => row.event === event && row.from.some((from) => from === state)).length,
        ).toBeLessThan(2);
      }
    }
  });

  test('ends where it ends: nothing happens to a final state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...finalStates), anyEvents, (state, happened) => {
        expect(eventsFrom(state)).toEqual([]);
        expect(new Set(history(happened, state))).toEqual(new Set([state]));
      }),
    );
  });

  test('reaches every state, and from every state an end', () => {
    const next = (state: RequestState) => eventsFrom(state).map((event) => transition(state, event) ?? state);
    const reached = new Set<RequestState>(['draft']);
    // A set grows while it is walked, so this also visits what it adds.
    for (const state of reached) for (const onward of next(state)) reached.add(onward);
    expect([...reached].toSorted()).toEqual(requestStates.toSorted());

    const ending = new Set<RequestState>(finalStates);
    for (const end of ending) {
      for (const state of requestStates) if (next(state).includes(end)) ending.add(state);
    }
    expect([...ending].toSorted()).toEqual(requestStates.toSorted());
  });

  test('never executes what was not approved just before', () => {
    fc.assert(
      fc.property(anyEvents, (happened) => {
        const states = history(happened);
        states.forEach((state, i) => {
          const before = states[i - 1];
          if (state === 'executing' && before !== 'executing') expect(['approved', 'waiting']).toContain(before);
          if (state === 'approved' && before !== 'approved') expect(['pending', 'executing']).toContain(before);
          if (state === 'executing') expect(states.slice(0, i)).toContain('pending');
        });
      }),
      { numRuns: 2_000 },
    );
  });

  test('never lets go of a change that may have been sent: no cancelling, expiring or denying after the claim', () => {
    for (const state of ['executing', 'unknown', 'needs_human'] as const) {
      for (const event of ['cancel', 'expire', 'deny', 'go-stale', 'lapse', 'claim'] as const)
        expect(transition(state, event)).toBeNull();
    }
  });

  test('goes nowhere from pending but by a decision, a withdrawal or the clock', () => {
    const onward = new Set(eventsFrom('pending').map((event) => transition('pending', event)));
    expect(onward).toEqual(new Set(['pending', 'approved', 'denied', 'cancelled', 'expired']));
  });

  test('counts unfinished what is not final', () => {
    for (const state of requestStates) expect(isFinal(state)).toBe(eventsFrom(state).length === 0);
  });

  test('names the states in which something may happen', () => {
    expect(statesBefore('claim')).toEqual(['approved', 'waiting']);
    expect(statesBefore('expire')).toEqual(['draft', 'pending', 'approved', 'waiting']);
  });
});
