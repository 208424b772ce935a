import { freezeName, frozenWhat } from '#domain/freeze-scope.ts';
import { orderName } from '#domain/order-name.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Stop } from '#operations/act.ts';
import { mostFreezes } from './ports/freezes.ts';
import type { Writing } from './ports/store.ts';
import { enter, type Scribe } from './record.ts';
import { holdRollout } from './rollout/hold-rollout.ts';
import type { Stopping } from './stopping.ts';
import { tellFrozen } from './tell-frozen.ts';

const tooMany = refuse('freezes.freeze.too-many', {
  what: 'Nothing more was frozen.',
  rule: `${mostFreezes} freezes are in force, and no more can be looked at before each call. Freeze everything instead, or thaw some.`,
});

/** Ends what people countersigned in advance. */
async function endOrder(
  tx: Writing,
  scribe: Scribe,
  { stop, person, why, via }: Stopping<Extract<Stop, { kind: 'end-order' }>>,
): Promise<string | Refusal> {
  const name = orderName(stop.orderId);
  const at = scribe.clock.now();
  if (!(await tx.orders.end(stop.orderId, { at, by: person.slackId }))) {
    return refuse('orders.end.ended', { what: 'Nothing was ended.', rule: `${name} had ended already.` });
  }
  await enter(tx, scribe, {
    kind: 'order.ended',
    who: person.slackId,
    requestId: null,
    what: { order: name, why, via },
  });
  const { audit: channel } = scribe.policy().policy.channels;
  const payload = { text: `${person.name} ended standing order ${name}. Why: ${why}`, channel };
  await tx.outbox.put(
    { kind: 'notice', key: `order:${stop.orderId}:ended`, lane: 'urgent', payload, notBefore: at },
    at,
  );
  return `${name} is ended. Nothing more runs under it.`;
}

async function freeze(
  tx: Writing,
  scribe: Scribe,
  { stop, person, why, via, proven = {} }: Stopping<Extract<Stop, { kind: 'freeze' }>>,
): Promise<string | Refusal> {
  const active = await tx.freezes.active();
  // The last place is kept for the freeze that makes all others needless.
  const isAll = stop.scope.of === 'all';
  if (active.length >= mostFreezes - (isAll ? 0 : 1)) return tooMany;
  const { slackId, name } = person;
  const begun = await tx.freezes.begin({ scope: stop.scope, by: { slackId, name }, why, at: scribe.clock.now() });
  const what = { freeze: begun.id, scope: { ...stop.scope }, why, via, ...proven };
  await enter(tx, scribe, { kind: 'freeze.begun', who: slackId, requestId: null, what });
  await tellFrozen(tx, scribe, { freeze: begun, event: 'begun' });
  const thaw = `/openai thaw ${freezeName(begun.id)}`;
  return `Frozen: ${frozenWhat(stop.scope)}. Nothing of it is carried out until two people thaw it with ${thaw}.`;
}

/** Stops what is to be stopped, in one transaction with its entry and its messages. */
export async function carryOutStop(tx: Writing, scribe: Scribe, stopping: Stopping): Promise<string | Refusal> {
  const { stop } = stopping;
  switch (stop.kind) {
    case 'freeze':
      return freeze(tx, scribe, { ...stopping, stop });
    case 'end-order':
      return endOrder(tx, scribe, { ...stopping, stop });
    case 'hold-rollout':
      return holdRollout(tx, scribe, { ...stopping, stop });
  }
}
