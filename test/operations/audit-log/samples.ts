import { searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';
import { dayMs } from '../samples.ts';
import { listOnWire } from '../wire.ts';
import { eventOnWire } from './wire.ts';

const page = listOnWire(eventOnWire('project.archived', { id: 'proj_old' }));
const erin = { id: 'user_erin', email: 'erin@acme.example', name: 'Erin Vale' };
export const nothingAsked = {
  who: null,
  key: null,
  type: null,
  since: null,
  project: null,
  target: null,
  tenant: null,
};

/** At least one way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'audit-log.list', input: nothingAsked, answers: { page } },
  { operation: 'audit-log.list', input: { ...nothingAsked, tenant: true }, answers: { page } },
  {
    operation: 'audit-log.list',
    input: {
      who: erin,
      key: { id: 'key_bot', name: 'countersign' },
      type: ['api_key', 'project.archived'],
      since: 7 * dayMs,
      project: searchDev,
      target: 'proj_old',
      tenant: null,
    },
    answers: { page },
  },
];
