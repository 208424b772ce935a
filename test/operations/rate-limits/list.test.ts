import { expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { searchDev } from '../erin-asks.ts';
import { partOf, viewOf } from '../plan-by-hand.ts';
import { limitsOnWire } from '../projects/settings-on-wire.ts';
import { listOnWire } from '../wire.ts';

const given = { operation: 'rate-limits.list', input: { project: searchDev }, answers: { limits: limitsOnWire() } };

test('each model has a row with its limits, and a button that changes them', () => {
  const { rows } = partOf(viewOf(given), 'rows');
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['gpt-6-astra', '5,000', '2,000,000', '20,000,000 batch tokens a day'],
    ['gpt-image-2', '50', '150,000', '10 images a minute'],
  ]);
  const [change] = rows[0]?.actions ?? [];
  expect(change?.operation).toBe('rate-limits.set');
  expect(findOperation('rate-limits.set')?.parseInput(change?.input ?? {}).success).toBe(true);
});

test('a project without a model has no limits', () => {
  const none = partOf(viewOf({ ...given, answers: { limits: listOnWire() } }), 'rows');
  expect(none).toMatchObject({ rows: [], empty: 'search-dev may use no model, so it has no rate limits.' });
});
