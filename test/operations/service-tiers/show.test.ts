import { expect, test } from 'vitest';
import { searchDev } from '../erin-asks.ts';
import { factOf, viewOf } from '../plan-by-hand.ts';
import { tiersOnWire } from '../projects/settings-on-wire.ts';

test('the tiers are shown', () => {
  const view = viewOf({
    operation: 'service-tiers.show',
    input: { project: searchDev },
    answers: { tiers: tiersOnWire() },
  });
  expect(factOf(view, 'Allowed')).toBe('standard, flex');
  expect(factOf(view, 'Requests that name no tier get')).toBe('standard');
});
