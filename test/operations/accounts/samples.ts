import { NOON, searchDev } from '../erin-asks.ts';
import { dayMs, knownKey, type Sample } from '../samples.ts';
import { accountKeyOnWire, listOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';
import { accountOnWire, evaluator } from './wire.ts';

const keys = { asOf: NOON - 30_000, items: [knownKey(), knownKey({ id: 'key_svc', accountId: 'user_svc' })] };
const inProject = { project: projectOnWire(), accounts: listOnWire(accountOnWire()) };
const held = {
  project: projectOnWire(),
  account: accountOnWire(),
  keys: listOnWire(userKeyOnWire(), accountKeyOnWire()),
};

export const samples: readonly Sample[] = [
  {
    operation: 'accounts.list',
    input: { project: searchDev },
    answers: { accounts: listOnWire(accountOnWire()), keys },
  },
  { operation: 'accounts.show', input: evaluator, answers: { account: accountOnWire(), keys } },
  {
    operation: 'accounts.create',
    input: { project: searchDev, name: 'reporter', role: 'owner', withKey: null, for: null },
    answers: inProject,
  },
  {
    operation: 'accounts.create',
    input: { project: searchDev, name: 'reporter', role: null, withKey: true, for: 30 * dayMs },
    answers: inProject,
  },
  {
    operation: 'accounts.add-key',
    input: { ...evaluator, name: 'second', for: 90 * dayMs, access: 'requests' },
    answers: held,
  },
  { operation: 'accounts.update', input: { ...evaluator, name: 'judge', role: null }, answers: inProject },
  { operation: 'accounts.delete', input: evaluator, answers: held },
];
