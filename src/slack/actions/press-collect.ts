import type { Handover } from '#workflow/use-cases.ts';
import type { Screen } from '../api/screens.ts';
import type { HandlePress } from '../handler.ts';
import { begin, originOf, tell } from '../stage.ts';
import { makingView } from '../views/checking.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { secretView } from '../views/secret.ts';
import { genuine } from './genuine.ts';

/** One modal that first says how long it takes and then shows the key; after that nothing may be drawn over it. */
function keyWindow(screen: Screen) {
  let pending: Promise<unknown> = Promise.resolve();
  let isShown = false;
  return {
    wait(sentence: string): void {
      if (!isShown)
        pending = pending.then(() =>
          isShown ? undefined : screen.show(makingView(`Making your key. ${sentence}. Keep this window open.`)),
        );
    },
    async show(handover: Handover): Promise<boolean> {
      isShown = true;
      // An earlier text that is still on its way would land on top of the key.
      await pending;
      return screen.reveal(secretView(handover));
    },
  };
}

/** Make my key: the window opens at once, and the same window shows the key once, if all the checks and calls allow it. */
export const pressCollect: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const { caller } = press;
  const found = await genuine(kit, press, 'request.collect');
  if ('say' in found) return tell(kit, origin, found.say);
  const screen = await begin(kit, origin, makingView());
  // Without a window the key could not be shown, so it is not made.
  if (screen === null) return;
  const window = keyWindow(screen);
  const outcome = await kit.useCases().collect({
    requestId: found.requestId,
    caller,
    show: (handover) => window.show(handover),
    onWait: (sentence) => window.wait(sentence),
  });
  if (outcome.kind !== 'done') await screen.show(asModal(outcomeSaying(kit.pointers, outcome)));
  await kit.home.refresh(caller);
};
