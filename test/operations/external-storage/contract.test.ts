import { describe, expect, test } from 'vitest';
import { violationsIn } from '../by-contract.ts';
import { samples } from './samples.ts';

describe.each(samples.map((sample) => [sample.operation, sample] as const))('%s', (_, sample) => {
  test('sends only what the contract knows', () => {
    expect(violationsIn(sample)).toEqual([]);
  });
});
