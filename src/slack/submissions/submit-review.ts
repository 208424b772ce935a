import type { ModalView } from '@slack/types';
import type { HandleSubmission } from '../handler.ts';
import { shutSaying } from '../shut.ts';
import { nothingTicked, openReview, reviewedView, tickedOf } from '../views/review.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { answerSubmission } from './answer-submission.ts';
import { notGenuine } from './submit-form.ts';

/** Each tick is a vote of its own, for the digest that was shown beside it. */
export const submitReview: HandleSubmission = async (kit, delivery, ack) => {
  const shown = openReview(kit.pointers, delivery.metadata);
  if (shown === null) {
    kit.refused.count('forged-button');
    return ack({ response_action: 'update', view: asModal(notGenuine) });
  }
  const picks = tickedOf(shown, delivery.values);
  const { caller } = delivery;
  const work = async (): Promise<ModalView> => {
    const shut = await shutSaying(kit, kit.approvals(), caller);
    if (shut !== null) return asModal(shut);
    const outcome = await kit.useCases().approveTogether({ picks, caller });
    if (outcome.kind !== 'reviewed') return asModal(outcomeSaying(kit.pointers, outcome));
    return outcome.results.length === 0 ? asModal(nothingTicked) : reviewedView(outcome.results);
  };
  await answerSubmission(kit, { delivery, ack }, work());
  await kit.home.refresh(caller);
};
