import type { Json } from '#domain/json.ts';
import { idsIn } from './execute-step.ts';
import type { House } from './house.ts';
import type { Effect } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter } from './record.ts';

export interface SeenOfEffect {
  readonly key: Pick<Effect, 'requestId' | 'attempt' | 'position'>;
  readonly status: 'applied' | 'not-applied' | 'unknown';
  /** What the vendor showed in place of the lost answer. */
  readonly evidence: Json;
}

/** Settles an effect whose answer was lost by what reading the vendor back shows. An effect that is settled already stays as it is. */
export async function settleByReading(tx: Writing, house: House, seen: SeenOfEffect): Promise<void> {
  const { requestId, attempt, position } = seen.key;
  const effect = (await tx.requests.effects(requestId)).find(
    (each) => each.attempt === attempt && each.position === position,
  );
  if (effect === undefined) return;
  const settled = await tx.requests.settleEffect(seen.key, {
    status: seen.status,
    answer: seen.evidence,
    resourceIds: [...new Set([...effect.resourceIds, ...idsIn(seen.evidence)])],
    settledAt: house.clock.now(),
  });
  if (!settled) return;
  await enter(tx, house, {
    kind: 'call.settled',
    who: 'system:settle',
    requestId,
    what: { attempt, position, step: effect.stepId, outcome: seen.status, evidence: 'read back' },
  });
}
