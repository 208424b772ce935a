import { describe, expect, test } from 'vitest';
import { canCancel, canCollect, canDecide } from '#approvals/may.ts';
import type { Standpoint } from '#approvals/standpoint.ts';
import { finalStates, requestStates, type RequestState } from '#approvals/state.ts';
import { catalogue } from '#operations/catalogue.ts';
import { parsePolicy } from '#policy/parse.ts';
import { shipped } from '../policy/fixture.ts';
import { decision, DIGEST, HOUR, NOW, requirement, terms, who } from './fixture.ts';

const parsed = parsePolicy(shipped('policies/sandbox.yml'), 'sandbox.yml', { operations: catalogue });
if (parsed.kind !== 'policy') throw new Error('The sandbox has a policy');
const { policy } = parsed;
const requirements = [requirement(1, 'approvers', ['bea', 'omar'])];

function standing(
  more: Partial<Standpoint> & { readonly state?: RequestState; readonly deadline?: number | null } = {},
): Standpoint {
  const { state = 'pending', deadline = NOW + HOUR, ...rest } = more;
  return {
    record: { terms, digest: DIGEST, state, deadline, readyAt: null, pausedMs: 0 },
    decisions: [],
    requirements,
    who: who('bea'),
    policy,
    now: NOW,
    ...rest,
  };
}

describe('who may decide', () => {
  test('is whoever is eligible, while the request is pending', () => {
    expect(canDecide(standing(), 'approve')).toBeNull();
    expect(canDecide(standing(), 'deny')).toBeNull();
  });

  const ownRequest = { code: 'decision.own-request', rule: 'You asked for this, so somebody else has to approve it.' };
  const bystander = {
    code: 'decision.not-eligible',
    rule: 'People in approvers decide on this, and you are not among them.',
  };
  test.each([
    { name: 'the requester', person: who('erin'), ...ownRequest },
    { name: 'the requester by another name', person: who('sam', 'U0ERIN0001'), ...ownRequest },
    { name: 'the requester by another account', person: who('erin', 'U0ERIN0002'), ...ownRequest },
    {
      name: 'the beneficiary',
      person: who('priya'),
      code: 'decision.own-benefit',
      rule: 'This is about you, so somebody else has to decide on it.',
    },
    { name: 'a bystander', person: who('sam'), ...bystander },
    { name: 'an eligible person by an account that is not', person: who('bea', 'U0BEA00002'), ...bystander },
  ])('is not $name', ({ person, code, rule }) => {
    const whoCan = 'Bea Lindqvist or Omar Haddad can.';
    expect(canDecide(standing({ who: person }), 'approve')).toMatchObject({
      code,
      rule,
      whoCan,
      what: 'You cannot approve this.',
    });
    expect(canDecide(standing({ who: person }), 'deny')?.code).toBe(code);
  });

  test('is nobody twice, and whoever repeats themselves hears who else can', () => {
    const decided = standing({ decisions: [decision('bea')] });
    expect(canDecide(decided, 'approve')).toMatchObject({
      code: 'decision.repeated',
      what: 'You have approved this already.',
      whoCan: 'Omar Haddad can.',
    });
    expect(canDecide(decided, 'deny')).toMatchObject({
      code: 'decision.repeated',
      whoCan: 'To take it back, press Stop.',
    });
  });

  test.each(requestStates.filter((state) => state !== 'pending'))('is nobody once the request is %s', (state) => {
    expect(canDecide(standing({ state }), 'approve')).toMatchObject({
      code: 'request.closed',
      what: 'You cannot approve this now.',
    });
  });

  test('for denying is also whoever is eligible while nothing was sent', () => {
    const open = requestStates.filter((state) => canDecide(standing({ state }), 'deny') === null);
    expect(open).toEqual(['pending', 'approved', 'waiting']);
  });

  test('is nobody from the deadline on', () => {
    expect(canDecide(standing({ now: NOW + HOUR }), 'approve')).toMatchObject({
      code: 'request.closed',
      rule: 'This has expired.',
    });
    expect(canDecide(standing({ now: terms.decideBy, deadline: null }), 'approve')?.code).toBe('request.closed');
    expect(canDecide(standing({ now: NOW + HOUR - 1 }), 'approve')).toBeNull();
  });

  test('is nobody where nobody is asked', () => {
    expect(canDecide(standing({ requirements: [] }), 'approve')).toMatchObject({
      code: 'decision.not-eligible',
      rule: 'Nobody is asked to decide on this.',
      whoCan: 'Nobody else can right now.',
    });
  });

  test('is told to a stranger before anything about how the request stands', () => {
    expect(canDecide(standing({ who: who('sam'), state: 'denied' }), 'approve')?.code).toBe('decision.not-eligible');
  });

  test('is listed shortly when many could', () => {
    const many = [requirement(1, 'approvers', ['bea', 'omar', 'sam', 'priya'])];
    expect(canDecide(standing({ who: who('erin'), requirements: many }), 'approve')?.whoCan).toBe(
      'Bea Lindqvist, Omar Haddad, Sam Okafor or 1 more can.',
    );
  });
});

describe('who may stop a request', () => {
  const mayStop = (person: Standpoint['who'], more: Partial<Standpoint> = {}) =>
    requestStates.filter((state) => canCancel(standing({ who: person, state, ...more })) === null);

  test('is its requester, by any account, until the first byte', () => {
    expect(mayStop(who('erin'))).toEqual(['draft', 'pending', 'approved', 'waiting']);
    expect(mayStop(who('erin', 'U0ERIN0002'))).toEqual(['draft', 'pending', 'approved', 'waiting']);
  });

  test('is whoever could have denied it, once it is approved', () => {
    expect(mayStop(who('bea'))).toEqual(['approved', 'waiting']);
  });

  test('is an approver who changes their mind while others still decide', () => {
    expect(mayStop(who('bea'), { decisions: [decision('bea')] })).toEqual(['pending', 'approved', 'waiting']);
  });

  test('is nobody else, whatever the state', () => {
    expect(mayStop(who('sam'))).toEqual([]);
    expect(canCancel(standing({ who: who('sam') }))).toMatchObject({
      code: 'request.not-yours',
      whoCan: 'Erin Vale can.',
    });
    expect(canCancel(standing({ who: who('bea') }))?.what).toBe('You can deny this, not cancel it.');
  });

  test('is nobody after the deadline', () => {
    expect(mayStop(who('erin'), { now: NOW + HOUR })).toEqual([]);
  });
});

describe('who may collect', () => {
  test('is the account that asked, while it waits', () => {
    const open = requestStates.filter((state) => canCollect(standing({ who: who('erin'), state })) === null);
    expect(open).toEqual(['waiting']);
  });

  test('is nobody else, and no other account of theirs', () => {
    expect(canCollect(standing({ who: who('bea'), state: 'waiting' }))).toMatchObject({
      code: 'request.not-yours',
      whoCan: 'Erin Vale can.',
    });
    expect(canCollect(standing({ who: who('erin', 'U0ERIN0002'), state: 'waiting' }))?.rule).toBe(
      'It is shown to the account that asked for it.',
    );
  });

  test('is nobody from the deadline on', () => {
    expect(canCollect(standing({ who: who('erin'), state: 'waiting', now: NOW + HOUR }))).toMatchObject({
      rule: 'This has expired.',
    });
  });

  test.each(finalStates)('is nobody once it is %s, and they hear how it ended', (state) => {
    expect(canCollect(standing({ who: who('erin'), state }))).toMatchObject({
      code: 'request.closed',
      whoCan: 'Anybody the policy lets can ask anew.',
    });
  });
});
