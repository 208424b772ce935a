import { describe, expect, test } from 'vitest';
import { isRequestId, isSlackUserId, requestId, shortRequestId } from '#domain/ids.ts';

describe('a request id', () => {
  test.each([`R${'0'.repeat(26)}`, 'R01JDC8Q5TZ7M4XW9YHN2BKVPGA'])('%j is one', (text) => {
    expect(isRequestId(text)).toBe(true);
  });

  test.each([
    '',
    `R${'0'.repeat(25)}`,
    `R${'0'.repeat(27)}`,
    `r${'0'.repeat(26)}`,
    `R${'0'.repeat(25)}I`,
    `R${'0'.repeat(25)}U`,
    `R${'0'.repeat(25)}a`,
    `R${'0'.repeat(26)}\n`,
    `R${'0'.repeat(20)}../etc`,
  ])('%j is none', (text) => {
    expect(isRequestId(text)).toBe(false);
  });

  test('is shown by its last eight characters', () => {
    expect(shortRequestId(requestId('R01JDC8Q5TZ7M4XW9YHN2BKVPG'))).toBe('R-HN2BKVPG');
  });
});

describe('a Slack user id', () => {
  test.each([
    ['U0ERIN0001', true],
    ['W012A3CDE', true],
    ['B012A3CDE', false],
    ['U', false],
    ['u0erin0001', false],
    ['<@U0ERIN0001>', false],
    [`U${'A'.repeat(21)}`, false],
  ])('%j: %s', (text, isOne) => {
    expect(isSlackUserId(text)).toBe(isOne);
  });
});
