import type { HandlePress } from '../handler.ts';
import { begin, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { genuine } from './genuine.ts';

/** Nudge: acts at once, because there is nothing to fill in. */
export const pressNudge: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const { caller } = press;
  const found = await genuine(kit, press, 'request.nudge');
  if ('say' in found) return tell(kit, origin, found.say);
  const screen = press.responseUrl === null ? await begin(kit, origin, checkingView()) : null;
  const said = outcomeSaying(kit.pointers, await kit.useCases().nudgeApprovers({ requestId: found.requestId, caller }));
  if (screen !== null) await screen.show(asModal(said));
  else if (press.responseUrl !== null) await tell(kit, origin, said);
};
