import { type Refusal, isRefusal, refuse } from '#domain/refusal.ts';
import { utcMinute } from '#domain/instant.ts';
import { slackIdsOf } from '#policy/people.ts';
import { noted } from '../admit.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { Signed } from '../ports/presence.ts';
import { enter } from '../record.ts';
import { countFailure, forgetFailures } from '../step-up/failures.ts';
import { tellPresence } from '../step-up/tell.ts';
import { openTicket } from '../step-up/tickets.ts';
import type { Failed } from '../use-cases.ts';
import { signatureOf } from './signature.ts';
import { type AtDesk, refuseWithoutDesk, standAtDesk } from './stand-at-desk.ts';

/** What a browser needs to find out who is there; no passkey is named, so nobody learns who has one. */
export interface DeskDoor {
  readonly kind: 'door';
  /** In base64. */
  readonly challenge: string;
  readonly rpId: string;
}

// One sentence for every no, so that nobody learns from it whether a passkey is known here.
const notSignedIn = refuse('desk.sign-in', {
  what: 'You are not signed in.',
  rule: 'It takes a passkey that was enrolled here and counts already, within five minutes after this page was opened. Open it again and try once more.',
});

export function openDoor(house: House): DeskDoor | Refusal {
  const no = refuseWithoutDesk(house);
  const pages = house.presence.pages();
  if (no !== null || pages === null) return no ?? notSignedIn;
  return { kind: 'door', challenge: house.presence.newSignIn(house.clock.now()), rpId: pages.rpId };
}

/** A signature by a known passkey that does not hold is no slip: it is counted, and five in a row ring the alarm. */
async function refuseForged(house: House, person: AtDesk['person']['personId']): Promise<Refusal> {
  await house.store.transact((tx) => countFailure(tx, house, { person, kind: 'signatures' }));
  house.nudge();
  const [slackId] = slackIdsOf(house.policy().policy, person);
  return slackId === undefined ? notSignedIn : noted(house, { slackId, via: 'desk' }, notSignedIn);
}

/** Uses the challenge up and writes the visit down: true the first time only. */
function enterVisit(house: House, visit: { at: AtDesk; signed: Signed; challenge: string }): Promise<boolean> {
  const { at, signed, challenge } = visit;
  const { personId: person, slackId, name } = at.person;
  return house.store.transact(async (tx) => {
    const now = house.clock.now();
    if (!(await tx.inbox.claim(`sign-in:${challenge}`, now))) return false;
    await forgetFailures(tx, person, 'signatures');
    await tx.stepUp.counted(signed.proof.credentialId, signed.counter);
    const what = { person, lastWordAt: at.lastWordAt };
    await enter(tx, house, { kind: 'desk.opened', who: slackId, requestId: null, what });
    await tellPresence(tx, house, {
      key: `desk:${person}:${now}`,
      text: `${name} opened the desk with a passkey (${utcMinute(now)}). If that was not ${name}: /openai freeze person, and /openai step-up reset.`,
      to: [slackId],
    });
    return true;
  });
}

/** Who is there, by a passkey alone. What it opens lets them look for ten minutes; whatever they do needs a signature of its own. */
export async function signIn(
  house: House,
  { answer, knock }: { readonly answer: unknown; readonly knock: () => void },
): Promise<{ readonly kind: 'opened'; readonly url: string } | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const no = refuseWithoutDesk(house);
    const challenge = house.presence.claimedSignIn(answer, house.clock.now());
    const found = no !== null || challenge === null ? null : await signatureOf(house, { answer, challenge });
    if (found === null || challenge === null) {
      knock();
      return no ?? notSignedIn;
    }
    if (found.signed === null) return refuseForged(house, found.person);
    const at = await standAtDesk(house, found.person);
    const [slackId] = slackIdsOf(house.policy().policy, found.person);
    if (isRefusal(at)) return slackId === undefined ? at : noted(house, { slackId, via: 'desk' }, at);
    if (!(await enterVisit(house, { at, signed: found.signed, challenge }))) return notSignedIn;
    house.nudge();
    const { personId: person, name } = at.person;
    const opened = await openTicket(house, { purpose: 'desk', person, slackId: at.person.slackId, name });
    return isRefusal(opened) ? opened : { kind: 'opened', url: opened.url };
  });
}
