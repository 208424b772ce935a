import type { HandleSubmission } from '../handler.ts';
import { typedIn } from '../views/form-values.ts';
import { confirmBlock, openPreview } from '../views/preview.ts';
import { codeBlock } from '../views/prove.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { answerSubmission } from './answer-submission.ts';
import { notGenuine } from './submit-form.ts';

/** Send: what was previewed goes to the approvers, exactly as it was shown. */
export const submitPreview: HandleSubmission = async (kit, delivery, ack) => {
  const pointer = openPreview(kit.pointers, delivery.metadata);
  if (pointer === null) {
    kit.refused.count('forged-button');
    return ack({ response_action: 'update', view: asModal(notGenuine) });
  }
  const { requestId, typeToConfirm } = pointer;
  const typedName = typeToConfirm === null ? null : typedIn(delivery.values, confirmBlock);
  // The use case compares too; here a slip of the finger is told beside the field and the preview stays.
  if (typedName !== typeToConfirm)
    return ack({ response_action: 'errors', errors: { [confirmBlock]: 'Type the name exactly as it stands above.' } });
  const { caller } = delivery;
  const code = typedIn(delivery.values, codeBlock);
  const work = async () =>
    asModal(outcomeSaying(kit.pointers, await kit.useCases().submit({ requestId, typedName, code, caller })));
  await answerSubmission(kit, { delivery, ack }, work());
  await kit.home.refresh(caller);
};
