import type { HandlePress } from '../handler.ts';
import { begin, fill, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { genuine } from './genuine.ts';

/** Take back: on the answer to an approval, for the seconds in which nothing is sent yet. */
export const pressTakeBack: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const { caller } = press;
  const found = await genuine(kit, press, 'request.take-back');
  if ('say' in found) return tell(kit, origin, found.say);
  // Whether or not a modal can be opened, what was pressed is done.
  const screen = await begin(kit, origin, checkingView());
  const work = kit.useCases().takeBack({ requestId: found.requestId, caller });
  const view = async () => asModal(outcomeSaying(kit.pointers, await work));
  if (screen === null) await work;
  else await fill(kit, screen, view);
  await kit.home.refresh(caller);
};
