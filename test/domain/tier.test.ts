import { expect, test } from 'vitest';
import { defaultApprovals, tiers } from '#domain/tier.ts';

test('the more dangerous a tier, the more people it needs, and only reads need nobody', () => {
  expect(tiers.map((tier) => defaultApprovals[tier])).toEqual([0, 1, 1, 2]);
});
