import { stateOf } from '../blocks/element-state.ts';
import type { Emulation } from '../emulation.ts';
import type { SeatOutcome, SeatState } from '../seat.ts';
import { modalsOf, putView } from '../state/modal-stack.ts';
import { mintTrigger } from '../state/triggers.ts';
import { viewSubmission } from '../wire/payloads/interactions.ts';
import { admit, refused } from './admit.ts';
import { answerSubmission } from './answer-submission.ts';
import { checkForm } from './check-form.ts';

/** Sends the form on top of this person's modal. What a client checks itself is checked first, and nothing is sent then. */
export async function submit(
  emulation: Emulation,
  userId: string,
  form: { viewId: string; state: SeatState },
): Promise<SeatOutcome> {
  const admitted = admit(emulation, userId, 'channel');
  if (!admitted.ok) return admitted;
  const { workspace } = emulation;
  const view = modalsOf(workspace, userId).at(-1);
  if (view === undefined || view.id !== form.viewId || view.submit === null) return refused('element_not_found');
  const state = stateOf(view.blocks, form.state);
  const errors = checkForm(view.blocks, state);
  const filled = { ...view, state, errors };
  putView(workspace, filled);
  if (Object.keys(errors).length > 0) return refused('incomplete_form');
  const triggerId = mintTrigger(workspace, { userId, viewId: view.id });
  const payload = viewSubmission(workspace, { person: admitted.person, view: filled, triggerId });
  const delivered = await emulation.delivery.send({ kind: 'interactive', payload });
  return delivered.ok ? answerSubmission(workspace, filled, delivered.answer) : refused(delivered.failed);
}
