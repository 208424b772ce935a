import type { HandlePress } from '../handler.ts';
import { begin, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { genuine } from './genuine.ts';

/** Cancel, or Stop once it was approved: acts at once, because whoever wants to stop something is in a hurry. */
export function pressCancel(action: 'request.cancel' | 'request.stop'): HandlePress {
  return async (kit, press, ack) => {
    await ack();
    const origin = originOf(press);
    const { caller } = press;
    const found = await genuine(kit, press, action);
    if ('say' in found) return tell(kit, origin, found.say);
    const cancel = async () =>
      outcomeSaying(kit.pointers, await kit.useCases().cancel({ requestId: found.requestId, caller }));
    if (press.responseUrl !== null) await tell(kit, origin, await cancel());
    else {
      // Whether or not a modal can be opened, what was pressed is done.
      const screen = await begin(kit, origin, checkingView());
      const said = await cancel();
      if (screen !== null) await screen.show(asModal(said));
    }
    await kit.home.refresh(caller);
  };
}
