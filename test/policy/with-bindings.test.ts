import { describe, expect, test } from 'vitest';
import type { BoundPerson } from '#domain/bound-person.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import { emailOf, personOf, suspensionOf } from '#policy/people.ts';
import { clashesOf, withBindings } from '#policy/with-bindings.ts';
import { policyWith } from './fixture.ts';

const file = policyWith();
const zoe: BoundPerson = {
  person: personId('openai:user-zoe'),
  name: 'Zoe Stone',
  accounts: ['U0ZOE00001', 'U0ZOE00002'].map((slackId) => ({
    slackId: slackUserId(slackId),
    email: 'zoe@acme.example',
  })),
  openaiId: 'user-zoe',
  openaiEmail: 'zoe@acme.example',
  unit: 'payments',
  state: 'bound',
  why: '',
  since: 1,
  requestId: 'request',
};
const asBea: BoundPerson = { ...zoe, accounts: [{ slackId: slackUserId('U0BEA00001'), email: 'zoe@acme.example' }] };

describe('somebody whom two people bound', () => {
  test('A2 · is one person under each of their accounts, with their address and unit', () => {
    const { people } = withBindings(file, [zoe]);
    for (const { slackId } of zoe.accounts) expect(personOf({ ...file, people }, slackId)).toBe(zoe.person);
    expect(people[zoe.person]).toMatchObject({ openaiEmail: 'zoe@acme.example', unit: 'payments' });
  });

  test('F8 · is known and counts for nothing while suspended', () => {
    const policy = withBindings(file, [{ ...zoe, state: 'suspended', why: 'their user at OpenAI is gone' }]);
    expect(suspensionOf(policy, zoe.person)).toBe('their user at OpenAI is gone');
    expect(emailOf(policy, zoe.person)).toBeNull();
  });
});

describe('the policy’s file', () => {
  test('A2 · wins over a binding of the same account', () => {
    const policy = withBindings(file, [asBea]);
    expect(personOf(policy, slackUserId('U0BEA00001'))).toBe('bea');
    expect(policy.people).toEqual(file.people);
  });

  test('F8 · wins over a binding of the same address, which then counts for nothing', () => {
    const policy = withBindings(file, [{ ...zoe, openaiEmail: 'Bea@acme.example' }]);
    expect(suspensionOf(policy, zoe.person)).toContain('the policy’s file says something else');
    expect(emailOf(policy, zoe.person)).toBeNull();
  });

  test('differs from the bindings that speak of its people, whether or not it was joined with them', () => {
    const bound = [zoe, { ...asBea, person: personId('openai:user-bea'), openaiId: 'user-bea' }];
    expect(clashesOf(file, bound).map(({ person }) => person)).toEqual(['openai:user-bea']);
    expect(clashesOf(withBindings(file, bound), bound)).toEqual(clashesOf(file, bound));
  });
});
