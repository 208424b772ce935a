import { expect, test } from 'vitest';
import { whenRead } from '#operations/when-read.ts';

test.each([
  [null, 'This list could not be read from OpenAI yet. Try again in a minute.'],
  [1_000_000, 'Read from OpenAI just now.'],
  [1_000_000 - 59_999, 'Read from OpenAI just now.'],
  [1_000_000 - 60_000, 'As OpenAI said 1 minute ago.'],
])('a list of %s says “%s”', (asOf, text) => {
  expect(whenRead(asOf, 1_000_000)).toEqual({ part: 'note', text });
});
