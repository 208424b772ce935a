import { holdsRawKey } from '#domain/raw-key.ts';
import type { HandleSubmission } from '../handler.ts';
import { commentBlock, type DecisionKind, openDecision } from '../views/decide.ts';
import { typedIn } from '../views/form-values.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { answerSubmission } from './answer-submission.ts';
import { notGenuine } from './submit-form.ts';

/** A decision is sent with the digest of what this person was shown; the use case counts it only for exactly that. */
export function submitDecision(kind: DecisionKind): HandleSubmission {
  return async (kit, delivery, ack) => {
    const pointer = openDecision(kit.pointers, kind, delivery.metadata);
    if (pointer === null) {
      kit.refused.count('forged-button');
      return ack({ response_action: 'update', view: asModal(notGenuine) });
    }
    const comment = typedIn(delivery.values, commentBlock);
    if (holdsRawKey(comment))
      return ack({
        response_action: 'errors',
        errors: { [commentBlock]: 'This looks like a secret key. Leave it out.' },
      });
    if (kind === 'deny' && comment.length < 3)
      return ack({ response_action: 'errors', errors: { [commentBlock]: 'Say in a few words why not.' } });
    const { caller } = delivery;
    const work = async () =>
      asModal(outcomeSaying(kit.pointers, await kit.useCases().decide({ ...pointer, kind, comment, caller })));
    await answerSubmission(kit, { delivery, ack }, work());
    await kit.home.refresh(caller);
  };
}
