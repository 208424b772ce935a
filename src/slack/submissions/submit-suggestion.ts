import type { HandleSubmission } from '../handler.ts';
import { readForm } from '../views/form-values.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { lessFields, openLess, openSight, sightView } from '../views/suggest.ts';
import { answerSubmission } from './answer-submission.ts';
import { notGenuine } from './submit-form.ts';

/** What somebody would approve instead is planned and shown to them. Only fields that can be less are read from the form. */
export const submitLess: HandleSubmission = async (kit, delivery, ack) => {
  const requestId = openLess(kit.pointers, delivery.metadata);
  if (requestId === null) {
    kit.refused.count('forged-button');
    return ack({ response_action: 'update', view: asModal(notGenuine) });
  }
  const work = async () => {
    const looked = await kit.useCases().look({ requestId, caller: delivery.caller });
    if (looked.kind !== 'may') return asModal(outcomeSaying(kit.pointers, looked));
    const { words } = readForm(lessFields(kit, looked.picture), delivery.values);
    const would = await kit.useCases().lookNarrower({ requestId, words, caller: delivery.caller });
    return would.kind === 'would'
      ? sightView(kit.pointers, { requestId, words }, would)
      : asModal(outcomeSaying(kit.pointers, would));
  };
  return answerSubmission(kit, { delivery, ack }, work());
};

/** Suggests exactly what was shown; nothing that could be typed here counts. */
export const submitSuggestion: HandleSubmission = async (kit, delivery, ack) => {
  const seen = openSight(kit.pointers, delivery.metadata);
  if (seen === null) {
    kit.refused.count('forged-button');
    return ack({ response_action: 'update', view: asModal(notGenuine) });
  }
  const { caller } = delivery;
  const work = async () =>
    asModal(outcomeSaying(kit.pointers, await kit.useCases().suggestNarrower({ ...seen, caller })));
  await answerSubmission(kit, { delivery, ack }, work());
  await kit.home.refresh(caller);
};
