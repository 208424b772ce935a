import { isRefusal, refuse } from '#domain/refusal.ts';
import { isNamed } from '#policy/people.ts';
import { admit, noted } from './admit.ts';
import { carryOutStop } from './carry-out-stop.ts';
import { checkInput } from './check-input.ts';
import { membersNow } from './consult-policy.ts';
import { orFailed } from './failed.ts';
import { gather } from './gather.ts';
import type { House } from './house.ts';
import type { SaidOutcome, UseCases } from './use-cases.ts';

const stranger = refuse('freezes.freeze.stranger', {
  what: 'Nothing was frozen.',
  rule: 'Whoever the policy names can freeze, as a person or as a member of one of its groups.',
  whoCan: 'Any of them: ask in the channel of the approvals.',
});

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
    const stopping = { stop, person, why: reason, via: ask.caller.via };
    const done = await house.store.transact((tx) => carryOutStop(tx, house, stopping));
    if (isRefusal(done)) return noted(house, ask.caller, done);
    house.nudge();
    return { kind: 'done', sentence: done };
  });
}
