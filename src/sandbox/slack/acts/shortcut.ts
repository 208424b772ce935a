import type { Emulation } from '../emulation.ts';
import type { SeatOutcome } from '../seat.ts';
import { mintTrigger } from '../state/triggers.ts';
import { globalShortcut } from '../wire/payloads/interactions.ts';
import { admit, outcomeOf, refused } from './admit.ts';

/** Runs a global shortcut of the app. */
export async function shortcut(emulation: Emulation, userId: string, callbackId: string): Promise<SeatOutcome> {
  const admitted = admit(emulation, userId, 'app');
  if (!admitted.ok) return admitted;
  const { workspace } = emulation;
  if (!workspace.app.shortcuts.some((known) => known.callbackId === callbackId)) return refused('shortcut_not_found');
  const triggerId = mintTrigger(workspace, { userId });
  const payload = globalShortcut(workspace, { person: admitted.person, callbackId, triggerId });
  return outcomeOf(await emulation.delivery.send({ kind: 'interactive', payload }));
}
