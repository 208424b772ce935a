import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { listRequests } from '#operations/requests/list.ts';
import type { JsonObject } from '#domain/json.ts';
import { erinAsks } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { partOf, viewOf } from '../plan-by-hand.ts';
import { requestDetail } from '../samples.ts';

const questionFor = (input: JsonObject) =>
  gatherByHand(listRequests, erinAsks({ whose: null, open: null, ...input }), { requests: [] }).questions[0];

test.each([
  [{}, { of: 'requests', whose: 'mine', open: false }],
  [
    { whose: 'mine', open: true },
    { of: 'requests', whose: 'mine', open: true },
  ],
  [
    { whose: 'all', open: false },
    { of: 'requests', whose: 'all', open: false },
  ],
])('%j asks memory for %j, and the vendor for nothing', (input, question) => {
  expect(questionFor(input)).toEqual(question);
  expect(listRequests.callBudget).toBe(0);
});

describe('the list', () => {
  const given = { operation: 'requests.list', input: {}, answers: { requests: [requestDetail] } };

  test('says what was asked, how it stands and since when', () => {
    const { rows } = partOf(viewOf(given), 'rows');
    expect(rows[0]?.cells).toEqual([
      'R-N2BKVPG0',
      'Issue an API key in search-dev: nightly-eval, 30 days',
      'succeeded',
      '1 hour ago',
    ]);
    const [show] = rows[0]?.actions ?? [];
    expect(findOperation(show?.operation ?? '')?.parseInput(show?.input ?? {}).success).toBe(true);
  });

  test('is headed by whose it is', () => {
    expect(viewOf(given).title).toBe('Your requests');
    expect(viewOf({ ...given, input: { whose: 'all' } }).title).toBe('Requests');
  });
});

test.each([[{ whose: 'bea' }], [{ open: 'yes' }], [{ limit: 1000 }]])('%j is refused', (input) => {
  expect(listRequests.parseInput(input).success).toBe(false);
});
