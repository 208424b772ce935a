import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { knownKey } from '../samples.ts';
import { listOnWire } from '../wire.ts';
import { accountOnWire, evaluator } from './wire.ts';

const own = knownKey({ id: 'key_svc', name: 'nightly-eval', accountId: 'user_svc', lastUsedAt: NOON - 60_000 });
const unused = knownKey({ id: 'key_b', accountId: 'user_svc', lastUsedAt: null });
const keys = { asOf: NOON - 90_000, items: [knownKey(), own, unused] };
const accounts = listOnWire(accountOnWire(), accountOnWire({ id: 'user_wif', name: 'wif', role: 'none' }));

const list = viewOf({ operation: 'accounts.list', input: { project: searchDev }, answers: { accounts, keys } });
const show = { operation: 'accounts.show', input: evaluator, answers: { account: accountOnWire(), keys } };

describe('the service accounts of a project', () => {
  test('are listed with their keys and when one of them was used last', () => {
    expect(partOf(list, 'rows').rows.map(({ cells }) => cells)).toEqual([
      ['evaluator', 'member', '2', '1 minute ago', '2026-07-26 12:00 UTC'],
      ['wif', 'none', '0', '', '2026-07-26 12:00 UTC'],
    ]);
  });

  test('are listed with the age of what is said of their keys', () => {
    expect(partOf(list, 'note').text).toBe('As OpenAI said 1 minute ago.');
  });
});

describe('one service account', () => {
  test('is shown with its role and its own keys', () => {
    const view = viewOf(show);
    expect(factOf(view, 'Role')).toBe('member');
    expect(partOf(view, 'rows').rows.map(({ cells }) => cells[0])).toEqual(['nightly-eval', 'erin laptop']);
  });

  test('that is gone is said to be gone', () => {
    expect(refusalOf({ ...show, answers: { account: null, keys } }).code).toBe('accounts.show.gone');
  });
});

test('every button brings its input along', () => {
  const shown = viewOf(show);
  const actions = [
    ...partOf(list, 'rows').rows.flatMap((row) => row.actions),
    ...partOf(shown, 'rows').rows.flatMap((row) => row.actions),
    ...partOf(shown, 'actions').actions,
  ];
  const complete = actions.filter(({ operation }) => !['accounts.add-key'].includes(operation));
  for (const { operation, input } of complete) expect(findOperation(operation)?.parseInput(input).success).toBe(true);
  expect([...new Set(actions.map(({ label }) => label))]).toEqual(['Show', 'Delete', 'Revoke', 'Add a key', 'Change']);
});
