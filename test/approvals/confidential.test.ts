import { describe, expect, test } from 'vitest';
import { confidentialCode, isHidden, onlyNamed, revealsAt } from '#approvals/confidential.ts';
import { requestStates } from '#approvals/state.ts';
import { personId, requestId } from '#domain/ids.ts';
import { HOUR, NOW, terms, who } from './fixture.ts';

const confidential = { named: [{ person: personId('bea'), slackId: who('bea').slackId }], delayMs: 24 * HOUR };
const secret = { ...terms, confidential };
const ended = { terms: secret, state: 'succeeded', attempt: 1, endedAt: NOW } as const;

describe('what is confidential', () => {
  test('stays so until its delay after it ran is over', () => {
    expect(revealsAt(ended)).toBe(NOW + 24 * HOUR);
    expect(isHidden(ended, NOW + 24 * HOUR - 1)).toBe(true);
    expect(isHidden(ended, NOW + 24 * HOUR)).toBe(false);
  });

  test.each(requestStates.filter((state) => !['succeeded', 'partial', 'failed'].includes(state)))(
    'stays so for ever as %s',
    (state) => {
      expect(isHidden({ ...ended, state }, NOW + 10_000 * HOUR)).toBe(true);
    },
  );

  test('stays so for ever where it failed before it was begun', () => {
    expect(revealsAt({ ...ended, state: 'failed', attempt: 0 })).toBeNull();
    expect(revealsAt({ ...ended, state: 'failed' })).toBe(NOW + 24 * HOUR);
  });

  test('is nothing that was asked in the open', () => {
    expect(isHidden({ ...ended, terms }, NOW)).toBe(false);
    expect(revealsAt({ ...ended, terms })).toBeNull();
  });

  test('counts those alone who were named', () => {
    const people = [{ person: personId('bea') }, { person: personId('omar') }];
    expect(onlyNamed(secret, people)).toEqual([{ person: 'bea' }]);
    expect(onlyNamed(terms, people)).toEqual(people);
  });

  test('is called by four characters, too few to look it up by', () => {
    expect(confidentialCode(requestId('R00000000000000000007F3K9QXY'.slice(-27)))).toBe('7F3K');
  });
});
