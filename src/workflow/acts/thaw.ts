import { freezeName } from '#domain/freeze-scope.ts';
import type { Act } from '#operations/act.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import { tellFrozen } from '../tell-frozen.ts';
import type { Acting, ActResult } from './act-result.ts';

export async function thaw(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'thaw' }>>,
): Promise<ActResult> {
  const at = house.clock.now();
  const before = await tx.freezes.active();
  const freeze = before.find(({ id }) => id === act.freezeId);
  const name = freezeName(act.freezeId);
  const ended = await tx.freezes.end(act.freezeId, { at, requestId: record.terms.id });
  if (!ended || freeze === undefined) return { applied: false, outcome: `${name} had ended already.` };
  const what = { freeze: act.freezeId, request: record.terms.id };
  await enter(tx, house, { kind: 'freeze.ended', who: 'system:execute', requestId: record.terms.id, what });
  await tellFrozen(tx, house, { freeze, event: 'ended' });
  return { applied: true, outcome: `${name} is ended. What was approved is carried out again.` };
}
