import { expect, test } from 'vitest';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { own } from '../users/people.ts';
import { ownKeyOnWire } from '../users/wire.ts';
import { reportKey, reportKeyOnWire } from './samples.ts';

const showing = (key: unknown) => ({ operation: 'admin-keys.show', input: reportKey, answers: { key, own } });

test('a key is shown with owner and times, and can be deleted', () => {
  const view = viewOf(showing(reportKeyOnWire()));
  expect(factOf(view, 'Owner')).toBe('Ines Moreau');
  expect(factOf(view, 'Last used')).toBe('26 hours ago');
  expect(partOf(view, 'actions').actions.map(({ operation, input }) => [operation, input])).toEqual([
    ['admin-keys.delete', reportKey],
  ]);
});

test('Countersign’s own is called so instead', () => {
  const view = viewOf(showing(ownKeyOnWire()));
  expect(partOf(view, 'note').text).toBe('Countersign runs on this key.');
  expect(view.parts.some(({ part }) => part === 'actions')).toBe(false);
});

test('one that is gone is said to be', () => {
  expect(refusalOf(showing(null)).code).toBe('admin-keys.show.gone');
});
