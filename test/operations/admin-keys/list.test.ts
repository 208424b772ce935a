import { expect, test } from 'vitest';
import { listAdminKeys } from '#operations/admin-keys/list.ts';
import { erinAsks } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { partOf, viewOf } from '../plan-by-hand.ts';
import { own } from '../users/people.ts';
import { ownKeyOnWire } from '../users/wire.ts';
import { listOnWire } from '../wire.ts';
import { reportKey, reportKeyOnWire } from './samples.ts';

const robot = reportKeyOnWire({ id: 'key_iac', name: null, owner: { type: 'service_account', name: 'iac' } });
const answers = { keys: listOnWire(ownKeyOnWire(), reportKeyOnWire(), robot), own };
const { rows } = partOf(viewOf({ operation: 'admin-keys.list', input: {}, answers }), 'rows');

test('every key is listed with owner, age, last use and end', () => {
  expect(rows.map((row) => row.cells)).toEqual([
    [
      'countersign (Countersign’s own)',
      'sk-admin-abc...wxyz',
      'Sam Okafor',
      '30 days ago',
      '10 minutes ago',
      '2027-01-22 12:00 UTC',
    ],
    ['cost-report', 'sk-admin-rep...ort1', 'Ines Moreau', '30 days ago', '26 hours ago', '2027-01-22 12:00 UTC'],
    [
      'sk-admin-rep...ort1',
      'sk-admin-rep...ort1',
      'service account iac',
      '30 days ago',
      '26 hours ago',
      '2027-01-22 12:00 UTC',
    ],
  ]);
});

test('only Countersign’s own has no button that deletes it', () => {
  expect(rows.map((row) => row.actions.map((action) => action.operation))).toEqual([
    ['admin-keys.show'],
    ['admin-keys.show', 'admin-keys.delete'],
    ['admin-keys.show', 'admin-keys.delete'],
  ]);
  expect(rows[1]?.actions[1]?.input).toEqual(reportKey);
});

test('which is its own, memory is asked', () => {
  expect(gatherByHand(listAdminKeys, erinAsks({}), answers).questions).toEqual([{ of: 'own-admin-key' }]);
});
