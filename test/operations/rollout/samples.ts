import type { Sample } from '../samples.ts';

const covers = [{ operation: 'keys.issue', tier: 'routine', now: 'plan-only', ceiling: 'on' }] as const;
export const move = { kind: 'move', meant: 'keys.* for everyone', covers, over: [], stepUp: '' } as const;

export const samples: readonly Sample[] = [
  { operation: 'rollout.list', input: { operations: null }, answers: { rows: [] } },
  { operation: 'rollout.open', input: { operations: 'keys.*', mode: 'on', for: null }, answers: { move } },
  { operation: 'rollout.hold', input: { operations: 'keys.*', mode: 'plan-only', for: null }, answers: { move } },
];
