import { NOON, searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';
import { bucketsOnWire } from '../usage/wire.ts';

const projects = {
  asOf: NOON - 30_000,
  items: [{ ...searchDev, status: 'active', createdAt: NOON - 410 }],
};
const costs = bucketsOnWire([{ amount: { value: 1.5, currency: 'usd' }, project_id: searchDev.id }], []);

/** At least one way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'costs.show', input: { project: null, by: null, since: null }, answers: { costs, projects } },
  { operation: 'costs.show', input: { project: searchDev, by: null, since: null }, answers: { costs } },
];
