import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { admit, noted } from './admit.ts';
import { waitingFor } from './desk.ts';
import { drawPictures } from './draw-picture.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import { isReviewable } from './is-reviewable.ts';
import { recordDecision } from './record-decision.ts';
import type { ActOutcome, UseCases } from './use-cases.ts';
import { seenBy } from './sight.ts';

/** More than this nobody reads before ticking. */
const mostTogether = 10;

const alone = refuse('review.alone', {
  what: 'This was not counted.',
  rule: 'Only routine requests are decided together; everything else is looked at alone.',
  whoCan: 'You: open it from its card or from Home.',
});

const tooMany = refuse('review.too-many', {
  what: 'Nothing was counted.',
  rule: `At most ${mostTogether} requests are decided together.`,
});

const gone = refuse('review.unknown', {
  what: 'This was not counted.',
  rule: 'This request does not exist here.',
});

/** The routine requests that this person could decide on now, as they are shown together. */
export async function reviewOf(house: House, ask: Parameters<UseCases['review']>[0]): ReturnType<UseCases['review']> {
  const person = await admit(house, ask.caller, 0);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const records = (await waitingFor(house, person)).filter(isReviewable).slice(0, mostTogether);
    return { kind: 'review', pictures: await drawPictures(house, records) } as const;
  });
}

type Pick = Parameters<UseCases['approveTogether']>[0]['picks'][number];

async function approveOne(
  house: House,
  ask: Parameters<UseCases['approveTogether']>[0],
  { pick: { requestId, digest }, person }: { pick: Pick; person: Requester },
) {
  const { deliveryKey } = ask.caller;
  // Each vote is told apart from its own repetition, not from the others of the same press.
  const caller = { ...ask.caller, deliveryKey: deliveryKey === null ? null : `${deliveryKey}:${requestId}` };
  const outcome = await orFailed(house.log, async (): Promise<ActOutcome> => {
    const record = await seenBy(house, person).requests.find(requestId);
    const no: Refusal | null = record === null ? gone : isReviewable(record) ? null : alone;
    if (no !== null) return noted(house, caller, no);
    return recordDecision(house, { requestId, kind: 'approve', comment: '', digest, caller });
  });
  return { requestId, outcome };
}

/** One vote for each that was ticked, through the one door for votes, each with its own entry and its own answer. */
export async function approveTogether(
  house: House,
  ask: Parameters<UseCases['approveTogether']>[0],
): ReturnType<UseCases['approveTogether']> {
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  if (ask.picks.length > mostTogether) return noted(house, ask.caller, tooMany);
  const results = [];
  for (const pick of ask.picks) results.push(await approveOne(house, ask, { pick, person }));
  return { kind: 'reviewed', results };
}
