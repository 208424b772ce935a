import { expect, test } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import { emailOf, nameOf, personByEmail, personOf, slackIdsOf } from '#policy/people.ts';
import { policyWith } from './fixture.ts';

const policy = policyWith();

test('a Slack account stands for the human who lists it', () => {
  expect(personOf(policy, slackUserId('U0ERIN0001'))).toBe('erin');
  expect(personOf(policy, slackUserId('U0ERIN0002'))).toBe('erin');
});

test('an account that nobody lists stands for itself', () => {
  expect(personOf(policy, slackUserId('U0STRANGER'))).toBe('slack:U0STRANGER');
  expect(slackIdsOf(policy, personId('slack:U0STRANGER'))).toEqual(['U0STRANGER']);
});

test('a human is found by e-mail address, whatever its capitals', () => {
  expect(personByEmail(policy, ' BEA@acme.EXAMPLE ')).toBe('bea');
  expect(personByEmail(policy, 'nobody@acme.example')).toBeNull();
  expect(personByEmail(policy, '')).toBeNull();
});

test('only the policy says which address belongs to whom', () => {
  expect(emailOf(policy, personId('erin'))).toBe('erin@acme.example');
  expect(emailOf(policy, personId('sam'))).toBeNull();
  expect(emailOf(policy, personId('slack:U0STRANGER'))).toBeNull();
});

test.each(['constructor', 'toString', '__proto__', 'gone'])('B17 · %s is nobody, and has no accounts', (id) => {
  expect(slackIdsOf(policy, personId(id))).toEqual([]);
  expect(emailOf(policy, personId(id))).toBeNull();
  expect(nameOf(policy, personId(id))).toBe(id);
});

test('people are called by their name, and strangers by their account', () => {
  expect(nameOf(policy, personId('bea'))).toBe('Bea Lindqvist');
  expect(nameOf(policy, personId('slack:U0STRANGER'))).toBe('Slack user U0STRANGER');
});
