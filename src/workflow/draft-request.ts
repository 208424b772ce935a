import { longWorkMs } from '#approvals/deadline.ts';
import type { Instant } from '#domain/instant.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { clickContext } from './click-context.ts';
import { gather } from './gather.ts';
import { hourOf } from './hour-of.ts';
import type { House } from './house.ts';
import { isHushed } from './confidential/ask-confidentially.ts';
import { drawPicture } from './draw-picture.ts';
import { changeOf } from './change-request.ts';
import { checkInput } from './check-input.ts';
import { admit, noted } from './admit.ts';
import { orFailed } from './failed.ts';
import { type Draft, planAndJudge } from './plan-and-judge.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { tellRequester } from './record.ts';
import { refuseAgain } from './refuse-flood.ts';
import { askOwnProof } from './step-up/own-proof.ts';
import type { DraftOutcome, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

/** What an undo or the like stands for: the other operation, its input checked like a person's own. */
async function follow(house: House, draft: Draft): Promise<Draft | Refusal> {
  const { operation, input, reason, requester } = draft;
  const { redirect } = operation;
  if (redirect === null) return draft;
  const ask = { input, requester, requestId: house.dice.requestId(), reason, now: house.clock.now() };
  const context = clickContext(draft.caller);
  const known = await gather(house, { operation, ask, context });
  if (isRefusal(known)) return known;
  const to = redirect.to(ask, known);
  if (isRefusal(to)) return to;
  const checked = checkInput({ operationId: to.operation, input: to.input, reason }, 'change');
  return isRefusal(checked)
    ? checked
    : { ...draft, ...checked, follows: { as: redirect.as, request: redirect.of(ask) } };
}

/** Keeps a draft for its requester, and writes to them where its window may be closed by now. */
export async function keepDraft(house: House, record: PlannedRequest, begun: Instant): Promise<void> {
  const isLong = house.clock.now() - begun > longWorkMs;
  await house.store.transact(async (tx) => {
    await tx.requests.insert(record);
    if (isLong) await tellRequester(tx, house, record);
  });
  if (isLong) house.nudge();
}

/** Plans a change and keeps it as a draft that only its requester sees. Nothing is asked of anybody yet. */
export async function draftRequest(house: House, ask: Parameters<UseCases['draft']>[0]): Promise<DraftOutcome> {
  const requester = await admit(house, ask.caller);
  if (isRefusal(requester)) return requester;
  const checked = checkInput(ask, 'change');
  return orFailed(house.log, async () => {
    const begun = house.clock.now();
    const whom = { ...ask.caller, quiet: (await isHushed(house, ask)) ? 'draft' : null } as const;
    if (isRefusal(checked)) return noted(house, whom, checked);
    const follows = await changeOf(house, { ...ask, requester });
    if (isRefusal(follows)) return noted(house, whom, follows);
    const { caller, emergency = null, confidential = false } = ask;
    const notBefore = await hourOf(house, ask);
    if (isRefusal(notBefore)) return noted(house, whom, notBefore);
    const draft = await follow(house, { ...checked, requester, caller, follows, emergency, notBefore, confidential });
    if (isRefusal(draft)) return noted(house, whom, draft);
    const record = await planAndJudge(house, draft);
    if (isRefusal(record)) return noted(house, whom, record);
    const again = await refuseAgain(house, seenBy(house, requester).requests, record);
    if (again !== null) return noted(house, whom, again);
    await keepDraft(house, record, begun);
    const asks = await askOwnProof(house, record);
    if (isRefusal(asks)) return noted(house, whom, asks);
    return { kind: 'drafted', picture: await drawPicture(house, record), asks };
  });
}
