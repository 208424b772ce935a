import type { HandlePress } from '../handler.ts';
import { openWish } from '../home/home-pointer.ts';
import { begin, fill, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { homeFilterView } from '../views/home-filter.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { forgedButton } from './genuine.ts';

/** Another part or page of Home, drawn anew for whoever pressed. */
export const pressTurn: HandlePress = async (kit, press, ack) => {
  await ack();
  const wish = openWish(kit.pointers, 'home.turn', press.value);
  if (wish === null) {
    kit.refused.count('forged-button');
    return tell(kit, originOf(press), forgedButton);
  }
  return kit.home.turn(press.caller, wish);
};

/** Asks what to show of the list that stands there. */
export const pressFilter: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const wish = openWish(kit.pointers, 'home.filter', press.value);
  if (wish === null) {
    kit.refused.count('forged-button');
    return tell(kit, origin, forgedButton);
  }
  const screen = await begin(kit, origin, checkingView('Reading the list.'));
  if (screen === null) return;
  await fill(kit, screen, async () => {
    const desk = await kit.useCases().desk({ caller: press.caller, wish });
    return desk.kind === 'desk' ? homeFilterView(kit.pointers, desk) : asModal(outcomeSaying(kit.pointers, desk));
  });
};
