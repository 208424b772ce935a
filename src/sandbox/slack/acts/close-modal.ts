import type { Emulation } from '../emulation.ts';
import type { SeatOutcome } from '../seat.ts';
import { modalsOf, setModals } from '../state/modal-stack.ts';
import { viewClosed } from '../wire/payloads/interactions.ts';
import { admit, OK, refused } from './admit.ts';

/** Closes the view on top, or all of them where it says clear_on_close. The app is told of those that asked to be. */
export async function closeModal(emulation: Emulation, userId: string): Promise<SeatOutcome> {
  const admitted = admit(emulation, userId, 'channel');
  if (!admitted.ok) return admitted;
  const { workspace } = emulation;
  const stack = modalsOf(workspace, userId);
  const top = stack.at(-1);
  if (top === undefined) return refused('element_not_found');
  const isCleared = top.clearOnClose;
  const closed = isCleared ? stack : [top];
  setModals(workspace, userId, isCleared ? [] : stack.slice(0, -1));
  for (const view of closed.toReversed().filter((candidate) => candidate.notifyOnClose)) {
    const payload = viewClosed(workspace, { person: admitted.person, view, isCleared });
    await emulation.delivery.send({ kind: 'interactive', payload });
  }
  return OK;
}
