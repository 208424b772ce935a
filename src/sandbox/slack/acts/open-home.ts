import { describeView } from '../describe/view.ts';
import type { Emulation } from '../emulation.ts';
import type { SeatOutcome } from '../seat.ts';
import { dmIdOf } from '../state/channel.ts';
import { emitEvent } from '../wire/emit-event.ts';
import { admit, OK } from './admit.ts';

/** Opens the app's Home tab. The app hears of it and may publish; until then the last published view stands there. */
export async function openHome(emulation: Emulation, userId: string): Promise<SeatOutcome> {
  const admitted = admit(emulation, userId, 'app');
  if (!admitted.ok) return admitted;
  const { workspace } = emulation;
  const view = workspace.homes.get(userId);
  await emitEvent(emulation, {
    type: 'app_home_opened',
    user: userId,
    channel: dmIdOf(userId),
    tab: 'home',
    ...(view === undefined ? {} : { view: describeView(workspace, view) }),
    event_ts: workspace.mint.ts(),
  });
  return OK;
}
