import type { Json } from '#domain/json.ts';
import type { Step } from '#operations/plan.ts';
import type { House } from './house.ts';
import type { Effect } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter } from './record.ts';

export interface Reading {
  readonly key: Pick<Effect, 'requestId' | 'attempt' | 'position'>;
  readonly step: Pick<Step, 'id'>;
  readonly status: 'applied' | 'not-applied';
  /** What the vendor showed in place of the lost answer. */
  readonly evidence: Json;
  readonly resourceIds?: readonly string[];
}

/** Settles an effect whose answer was lost by what reading the vendor back shows. An effect that is settled already stays as it is. */
export async function settleByReading(tx: Writing, house: House, reading: Reading): Promise<void> {
  const { key, step, status, evidence, resourceIds = [] } = reading;
  const { requestId, attempt, position } = key;
  const settled = await tx.requests.settleEffect(key, {
    status,
    answer: evidence,
    resourceIds,
    settledAt: house.clock.now(),
  });
  if (!settled) return;
  await enter(tx, house, {
    kind: 'call.settled',
    who: 'system:settle',
    requestId,
    what: { attempt, position, step: step.id, outcome: status, evidence: 'read back' },
  });
}
