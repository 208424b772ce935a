import type { ModalView } from '@slack/types';
import { tryAgainCodes } from '#approvals/attention.ts';
import { holdsRawKey } from '#domain/raw-key.ts';
import type { ActOutcome } from '#workflow/use-cases.ts';
import { requestButton } from '../blocks/buttons.ts';
import type { HandleSubmission } from '../handler.ts';
import type { Kit } from '../kit.ts';
import { shutSaying } from '../shut.ts';
import { commentBlock, type DecisionKind, type DecisionPointer, openDecision, typedBlock } from '../views/decide.ts';
import { typedIn } from '../views/form-values.ts';
import { codeBlock } from '../views/prove.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { answerSubmission, type Answer } from './answer-submission.ts';
import { notGenuine } from './submit-form.ts';

/** A decision is sent with the digest of what this person was shown; the use case counts it only for exactly that. */
export function submitDecision(kind: DecisionKind): HandleSubmission {
  return async (kit, delivery, ack) => {
    const { caller, values } = delivery;
    const pointer = openDecision(kit.pointers, kind, { metadata: delivery.metadata, by: caller.slackId });
    if (pointer === null) {
      kit.refused.count('forged-button');
      return ack({ response_action: 'update', view: asModal(notGenuine) });
    }
    const comment = typedIn(values, commentBlock);
    if (holdsRawKey(comment))
      return ack({
        response_action: 'errors',
        errors: { [commentBlock]: 'This looks like a secret key. Leave it out.' },
      });
    if (kind === 'deny' && comment.length < 3)
      return ack({ response_action: 'errors', errors: { [commentBlock]: 'Say in a few words why not.' } });
    const { openedAt, ...seen } = pointer;
    const attention = { openedAt, typed: typedIn(values, typedBlock) || null };
    const code = typedIn(values, codeBlock);
    const work = async (): Promise<Answer> => {
      // The decision belongs to the channel in which it was asked for.
      const shut = await shutSaying(kit, kit.approvals(), caller);
      if (shut !== null) return { view: asModal(shut) };
      return answerTo(kit, pointer, await kit.useCases().decide({ ...seen, kind, comment, attention, code, caller }));
    };
    await answerSubmission(kit, { delivery, ack }, work());
    await kit.home.refresh(caller);
  };
}

/** What can be done better at once is said beside its field, and the plan stays open. */
function answerTo(kit: Kit, pointer: DecisionPointer, outcome: ActOutcome): Answer {
  const view = asModal(outcomeSaying(kit.pointers, outcome));
  if (outcome.kind === 'refusal' && outcome.code === tryAgainCodes.look)
    return { view, errors: { [commentBlock]: outcome.rule } };
  if (outcome.kind === 'refusal' && outcome.code === tryAgainCodes.typed)
    return { view, errors: { [typedBlock]: outcome.rule } };
  return { view: outcome.kind === 'done' && outcome.canTakeBack === true ? withTakeBack(kit, pointer, view) : view };
}

function withTakeBack(kit: Kit, { requestId: id, digest }: DecisionPointer, view: ModalView): ModalView {
  const button = requestButton(kit.pointers, 'request.take-back', { terms: { id }, digest });
  return { ...view, blocks: [...view.blocks, { type: 'actions', block_id: 'take-back', elements: [button] }] };
}
