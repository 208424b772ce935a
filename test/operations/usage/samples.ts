import { usageWords } from '#operations/usage/kinds.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';
import { bucketsOnWire } from './wire.ts';

const projects = {
  asOf: NOON - 30_000,
  items: [{ ...searchDev, status: 'active', createdAt: NOON - 410 }],
};

/** Every kind of usage: each is another endpoint. */
export const samples: readonly Sample[] = usageWords.map((kind) => ({
  operation: 'usage.show',
  input: { kind, project: null, by: null, since: null },
  answers: { rows: bucketsOnWire([{ project_id: searchDev.id, num_model_requests: 5 }], []), projects },
}));
