import { isOver } from '#approvals/deadline.ts';
import { warrantOf } from '#approvals/warrant.ts';
import { type RequestId, shortRequestId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { noted } from '../admit.ts';
import { drawPicture } from '../draw-picture.ts';
import { waitingFor } from '../desk.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { RequestPicture } from '../picture.ts';
import type { Signed } from '../ports/presence.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import { enter } from '../record.ts';
import type { SignOptions } from '../step-up/decide-on-page.ts';
import { countFailure } from '../step-up/failures.ts';
import { signedJson } from '../step-up/signed-json.ts';
import { enterAsked } from '../submit-request.ts';
import type { ActOutcome, Failed } from '../use-cases.ts';
import { approveUnder, whatRuns } from '../warrants/approve-under.ts';
import { refuseWarrant } from '../warrants/warrant.ts';
import { signatureOf, stopChallenge } from './signature.ts';
import { type Visit, visitOf } from './visit.ts';
import { seenBy } from '../sight.ts';

/** One request at the desk. `sign`: what has to be signed for it; null for what is only shown. */
export interface DeskRequest {
  readonly kind: 'request';
  readonly name: string;
  readonly picture: RequestPicture;
  readonly sign: SignOptions | null;
}

const unknown = refuse('desk.request', {
  what: 'There is nothing to see here.',
  rule: 'The desk shows what you asked for and what waits for you.',
});

const notSigned = refuse('desk.signature', {
  what: 'Nothing was stopped.',
  rule: 'What the passkey signed is not exactly this, or it is not a passkey of yours that counts.',
});

const tooOld = refuse('desk.too-old', {
  what: 'Nothing was stopped.',
  rule: 'What was shown is older than half an hour, or was signed before. Look at it, or choose it anew.',
});

const isMine = ({ person }: Visit, { terms }: PlannedRequest): boolean => terms.requester.personId === person.personId;

/** Shown at the desk and not signed yet. */
const isToSign = (visit: Visit, record: PlannedRequest): boolean =>
  record.state === 'draft' &&
  isMine(visit, record) &&
  warrantOf(record.terms).by === 'desk' &&
  !isOver(record.deadline, visit.house.clock.now());

async function isForEyesOf(visit: Visit, record: PlannedRequest): Promise<boolean> {
  if (isMine(visit, record)) return true;
  return (await waitingFor(visit.house, visit.person)).some(({ terms }) => terms.id === record.terms.id);
}

async function signOptions(visit: Visit, record: PlannedRequest): Promise<SignOptions | null> {
  const { house, person } = visit;
  const pages = house.presence.pages();
  if (pages === null || !isToSign(visit, record)) return null;
  const passkeys = await house.store.read.stepUp.passkeysOf(person.personId);
  const credentialIds = passkeys.map(({ credentialId }) => credentialId);
  return { challenge: stopChallenge(house, record), rpId: pages.rpId, credentialIds };
}

export async function showAtDesk(
  house: House,
  ask: { readonly token: string; readonly requestId: RequestId },
): Promise<DeskRequest | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const visit = await visitOf(house, ask.token);
    if (isRefusal(visit)) return visit;
    const record = await seenBy(house, visit.person).requests.find(ask.requestId);
    if (record === null || !(await isForEyesOf(visit, record))) return unknown;
    const picture = await drawPicture(visit.house, record);
    return { kind: 'request', name: visit.person.name, picture, sign: await signOptions(visit, record) };
  });
}

/** Sends what was signed, in one transaction with the signature: a request of its own that nobody else has to approve. */
async function sendSigned(visit: Visit, record: PlannedRequest, { proof, counter }: Signed): Promise<string | Refusal> {
  const { house, person, lastWordAt } = visit;
  const { id } = record.terms;
  return house.store.transact(async (tx) => {
    const now = house.clock.now();
    const still = await tx.requests.find(id);
    if (still === null || !isToSign(visit, still)) return tooOld;
    const no = await refuseWarrant(tx, house, still);
    if (no !== null) return no;
    await tx.stepUp.keepProof(id, { person: person.personId, proof, at: now });
    await tx.stepUp.counted(proof.credentialId, counter);
    const signed = signedJson(house.deployment, person.personId, proof);
    const what = { decision: 'stop', digest: still.digest, lastWordAt, signed };
    await enter(tx, house, { kind: 'desk.signed', who: person.slackId, requestId: id, what });
    return whatRuns(await approveUnder(tx, house, await enterAsked(house, tx, { record: still, via: 'desk' })));
  });
}

/** Stops what was shown, on a passkey’s signature over exactly that. Signed twice it is sent once. */
export async function signStop(
  house: House,
  given: { readonly token: string; readonly requestId: RequestId; readonly answer: unknown },
): Promise<ActOutcome> {
  return orFailed(house.log, async () => {
    const visit = await visitOf(house, given.token);
    if (isRefusal(visit)) return visit;
    const { personId, slackId } = visit.person;
    const by = { slackId, via: 'desk' };
    const record = await seenBy(house, visit.person).requests.find(given.requestId);
    if (record === null || !isMine(visit, record)) return noted(house, by, unknown);
    if (!isToSign(visit, record)) return noted(house, by, tooOld);
    const challenge = stopChallenge(house, record);
    const found = await signatureOf(house, { answer: given.answer, challenge });
    const signed = found?.person === personId ? found.signed : null;
    if (signed === null) {
      await house.store.transact((tx) => countFailure(tx, house, { person: personId, kind: 'signatures' }));
      house.nudge();
      return noted(house, by, notSigned);
    }
    const sent = await sendSigned(visit, record, signed);
    if (isRefusal(sent)) return noted(house, by, sent);
    house.nudge();
    const sentence = `Signed as ${shortRequestId(given.requestId)}. ${sent}`;
    return { kind: 'done', requestId: given.requestId, sentence };
  });
}
