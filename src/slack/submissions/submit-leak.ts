import { holdsRawKey } from '#domain/raw-key.ts';
import type { HandleSubmission } from '../handler.ts';
import type { Kit } from '../kit.ts';
import { viewOfStart } from '../start-operation.ts';
import { readForm, typedIn } from '../views/form-values.ts';
import { fieldBlock, reasonBlock } from '../views/form.ts';
import { redactedBlock } from '../views/leak.ts';
import { revokeId } from '../views/menu.ts';
import { asModal } from '../views/saying.ts';
import { answerSubmission } from './answer-submission.ts';
import { notGenuine } from './submit-form.ts';

/** The operation that ends a leak, and the field in it that names the key. */
export function revocationOf(kit: Pick<Kit, 'catalogue'>) {
  const operation = kit.catalogue.find((each) => each.id === revokeId);
  const keyField = Object.entries(operation?.fields ?? {}).find(([, field]) => field.kind === 'key')?.[0];
  return operation === undefined || keyField === undefined ? null : { operation, keyField };
}

/** A reported leak becomes a revocation like any other: previewed, sent, and approved by a second person. */
export const submitLeak: HandleSubmission = async (kit, delivery, ack) => {
  const revocation = revocationOf(kit);
  if (revocation === null || kit.pointers.open('leak', delivery.metadata) === null) {
    kit.refused.count('forged-button');
    return ack({ response_action: 'update', view: asModal(notGenuine) });
  }
  const { operation, keyField } = revocation;
  const { values, caller } = delivery;
  const redacted = typedIn(values, redactedBlock);
  if (holdsRawKey(redacted)) {
    return ack({
      response_action: 'errors',
      errors: { [redactedBlock]: 'Never the whole key. Give only its redacted value, like sk-…AbCd.' },
    });
  }
  const form = readForm(operation.fields, values);
  const word = form.words[keyField] ?? redacted;
  if (word === '')
    return ack({
      response_action: 'errors',
      errors: { [fieldBlock(keyField)]: 'Choose the key, or give its redacted value below.' },
    });
  if (form.reason.length < 3)
    return ack({ response_action: 'errors', errors: { [reasonBlock]: 'Say in a few words where it was seen.' } });
  if (Object.keys(form.errors).length > 0) return ack({ response_action: 'errors', errors: { ...form.errors } });
  const start = {
    operation,
    given: { as: 'words', words: { ...form.words, [keyField]: word } } as const,
    reason: form.reason,
    prefills: form.prefills,
  };
  return answerSubmission(kit, { delivery, ack }, viewOfStart(kit, caller, start));
};
