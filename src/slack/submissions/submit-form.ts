import { z } from 'zod';
import { isRequestId, requestId } from '#domain/ids.ts';
import { asItComes, listWishSchema } from '#operations/lists/list-wish.ts';
import type { HandleSubmission } from '../handler.ts';
import type { Kit } from '../kit.ts';
import { viewOfStart } from '../start-operation.ts';
import { readForm, tickedIn, typedIn } from '../views/form-values.ts';
import { confidentialBlock, reasonBlock, whenBlock } from '../views/form.ts';
import { asModal, sentence } from '../views/saying.ts';
import { answerSubmission } from './answer-submission.ts';

const pointerShape = z.strictObject({
  o: z.string(),
  w: listWishSchema.default(asItComes),
  c: z.string().refine(isRequestId).transform(requestId).optional(),
});

/** The answer to a modal or button that is not ours, or no longer. */
export const notGenuine = sentence(
  'This did not come from this bot as it stands now. Nothing was done; start again from the menu.',
  'Not done',
);

function formOf(kit: Pick<Kit, 'pointers' | 'catalogue'>, metadata: string) {
  const parsed = pointerShape.safeParse(kit.pointers.open('form', metadata));
  const operation = parsed.success ? kit.catalogue.find(({ id }) => id === parsed.data.o) : undefined;
  return parsed.success && operation !== undefined ? { operation, wish: parsed.data.w, changes: parsed.data.c } : null;
}

/** The operation a form is of, as its metadata proves it. */
export function operationOfForm(kit: Pick<Kit, 'pointers' | 'catalogue'>, metadata: string) {
  return formOf(kit, metadata)?.operation ?? null;
}

/** A filled-in form: what is wrong at first sight stands beside its field; the rest is looked up and shown as a preview. */
export const submitForm: HandleSubmission = async (kit, delivery, ack) => {
  const form = formOf(kit, delivery.metadata);
  if (form === null) {
    kit.refused.count('forged-button');
    return ack({ response_action: 'update', view: asModal(notGenuine) });
  }
  const { operation, wish, changes } = form;
  const when = typedIn(delivery.values, whenBlock);
  const confidential = tickedIn(delivery.values, confidentialBlock);
  const { words, prefills, reason, errors } = readForm(operation.fields, delivery.values);
  const noReason =
    operation.kind !== 'read' && reason.length < 3 ? { [reasonBlock]: 'Say in a few words what it is for.' } : {};
  const all = { ...noReason, ...errors };
  if (Object.keys(all).length > 0) return ack({ response_action: 'errors', errors: all });
  const start = {
    operation,
    given: { as: 'words', words } as const,
    reason,
    wish,
    prefills,
    changes,
    when,
    confidential,
  };
  return answerSubmission(kit, { delivery, ack }, viewOfStart(kit, delivery.caller, start));
};
