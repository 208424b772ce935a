import { freezeName, frozenWhat } from '#domain/freeze-scope.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Stop } from '#operations/act.ts';
import type { Requester } from '#operations/operation.ts';
import { isNamed } from '#policy/people.ts';
import { admit, noted } from './admit.ts';
import { checkInput } from './check-input.ts';
import { membersNow } from './consult-policy.ts';
import { orFailed } from './failed.ts';
import { gather } from './gather.ts';
import type { House } from './house.ts';
import { mostFreezes } from './ports/freezes.ts';
import { enter } from './record.ts';
import { tellFrozen } from './tell-frozen.ts';
import type { SaidOutcome, UseCases } from './use-cases.ts';

const stranger = refuse('freezes.freeze.stranger', {
  what: 'Nothing was frozen.',
  rule: 'Whoever the policy names can freeze, as a person or as a member of one of its groups.',
  whoCan: 'Any of them: ask in the channel of the approvals.',
});

const tooMany = refuse('freezes.freeze.too-many', {
  what: 'Nothing more was frozen.',
  rule: `${mostFreezes} freezes are in force, and no more can be looked at before each call. Freeze everything instead, or thaw some.`,
});

interface Freezing {
  readonly stop: Stop;
  readonly person: Requester;
  readonly why: string;
  readonly via: string;
}

async function begin(house: House, { stop, person, why, via }: Freezing): Promise<string | Refusal> {
  return house.store.transact(async (tx) => {
    const active = await tx.freezes.active();
    // The last place is kept for the freeze that makes all others needless.
    const isAll = stop.scope.of === 'all';
    if (active.length >= mostFreezes - (isAll ? 0 : 1)) return tooMany;
    const { slackId, name } = person;
    const freeze = await tx.freezes.begin({ scope: stop.scope, by: { slackId, name }, why, at: house.clock.now() });
    const what = { freeze: freeze.id, scope: { ...stop.scope }, why, via };
    await enter(tx, house, { kind: 'freeze.begun', who: slackId, requestId: null, what });
    await tellFrozen(tx, house, { freeze, event: 'begun' });
    const thaw = `/openai thaw ${freezeName(freeze.id)}`;
    return `Frozen: ${frozenWhat(stop.scope)}. Nothing of it is carried out until two people thaw it with ${thaw}.`;
  });
}

/** Carries out what can only stop things: at once, for anybody the policy names, with one entry. */
export async function runStop(house: House, ask: Parameters<UseCases['stop']>[0]): Promise<SaidOutcome> {
  const person = await admit(house, ask.caller, 0);
  if (isRefusal(person)) return person;
  const checked = checkInput(ask, 'stop');
  if (isRefusal(checked)) return noted(house, ask.caller, checked);
  return orFailed(house.log, async () => {
    const scene = { policy: house.policy().policy, members: await membersNow(house) };
    if (!isNamed(scene, person)) return noted(house, ask.caller, stranger);
    const { operation, input, reason } = checked;
    const full = { input, requester: person, requestId: house.dice.requestId(), reason, now: house.clock.now() };
    const context = { priority: 'click', cause: `person:${person.slackId}` } as const;
    const known = await gather(house, { operation, ask: full, context });
    if (isRefusal(known)) return noted(house, ask.caller, known);
    const stop = operation.stop(full, known);
    if (isRefusal(stop)) return noted(house, ask.caller, stop);
    const done = await begin(house, { stop, person, why: reason, via: ask.caller.via });
    if (isRefusal(done)) return noted(house, ask.caller, done);
    house.nudge();
    return { kind: 'done', sentence: done };
  });
}
