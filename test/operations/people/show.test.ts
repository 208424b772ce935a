import { describe, expect, test } from 'vitest';
import { factOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { erinIs } from './erin-is.ts';

const given = { operation: 'people.show', input: { person: 'U0ERIN0001' } };
const known = (change: object) => factOf(viewOf({ ...given, answers: { who: { ...erinIs, ...change } } }), 'Known');

describe('who somebody is', () => {
  test('is their accounts, groups and unit, what they may approve, and on whose word', () => {
    const view = viewOf({ ...given, answers: { who: erinIs } });
    expect(factOf(view, 'In Slack')).toBe('2 accounts: U0ERIN0001, U0ERIN0002');
    expect(factOf(view, 'At OpenAI')).toBe('erin@acme.example');
    expect([factOf(view, 'Groups'), factOf(view, 'Unit')]).toEqual(['approvers', 'search']);
    expect(factOf(view, 'May approve')).toBe('routine changes, “Security decides on roles”');
    expect(factOf(view, 'Known')).toMatch(
      /^bound by two people on 2026-11-23 12:00 UTC \(R-.*, asked by Sam Okafor, agreed by Bea Lindqvist and Omar Haddad\)$/,
    );
  });

  test('is said also of who is suspended, in the file, or nobody', () => {
    expect(known({ known: 'suspended', why: 'their user at OpenAI is gone' })).toBe(
      'suspended, because their user at OpenAI is gone; until two people bind them anew they approve nothing',
    );
    expect(known({ known: 'file', binding: null })).toBe('by the policy’s file, which wins');
    expect(known({ known: 'nobody', binding: null })).toContain('by nobody');
  });

  test('says which groups could not be read', () => {
    const view = viewOf({ ...given, answers: { who: { ...erinIs, groups: [], unread: ['security'] } } });
    expect(factOf(view, 'Groups')).toBe('none; Slack did not say who is in security');
  });

  test('is refused for somebody whom nothing names', () => {
    expect(refusalOf({ ...given, answers: { who: null } }).code).toBe('people.show.unknown');
  });
});
