import type { Emulation } from '../emulation.ts';
import type { SeatOutcome } from '../seat.ts';
import type { Person } from '../state/workspace.ts';
import type { Delivered } from '../wire/delivery.ts';

export type Refused = { readonly ok: false; readonly failed: string };
export type Admitted = { readonly ok: true; readonly person: Person } | Refused;

export const OK: SeatOutcome = { ok: true };

export function refused(failed: string): Refused {
  return { ok: false, failed };
}

/**
 * Whether Slack lets this account act at all.
 * @param entry 'app' for what only members of the app's own workspace find in their client: commands, shortcuts, the Home
 */
export function admit(emulation: Emulation, userId: string, entry: 'channel' | 'app'): Admitted {
  const { behaviour, workspace } = emulation;
  const person = workspace.people.get(userId);
  if (person === undefined) return refused('user_not_found');
  if (person.kind === 'deactivated' && !behaviour.deliverForDeactivated) return refused('account_inactive');
  if (person.kind === 'bot' && !behaviour.deliverForBots) return refused('not_a_person');
  if (person.kind === 'stranger' && entry === 'app' && !behaviour.deliverForStrangers)
    return refused('app_not_installed');
  return { ok: true, person };
}

/** What the person sees of a delivery whose acknowledgement says nothing. */
export function outcomeOf(delivered: Delivered): SeatOutcome {
  return delivered.ok ? OK : refused(delivered.failed);
}
