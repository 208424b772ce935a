import type { HandlePress } from '../handler.ts';
import { begin, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { genuine } from './genuine.ts';

/** Not for me, or for me after all: acts at once, because it takes nothing from anybody and can be turned back. */
export function pressAside(action: 'request.aside' | 'request.back'): HandlePress {
  return async (kit, press, ack) => {
    await ack();
    const origin = originOf(press);
    const { caller } = press;
    const found = await genuine(kit, press, action);
    if ('say' in found) return tell(kit, origin, found.say);
    const { requestId } = found;
    const screen = press.responseUrl === null ? await begin(kit, origin, checkingView()) : null;
    const outcome = await kit.useCases().stepAside({ requestId, back: action === 'request.back', caller });
    const said = outcomeSaying(kit.pointers, outcome);
    if (screen !== null) await screen.show(asModal(said));
    else if (press.responseUrl !== null) await tell(kit, origin, said);
    await kit.home.refresh(caller);
  };
}
