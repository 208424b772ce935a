import type { RequestId } from '#domain/ids.ts';
import type { Handover } from '#workflow/handover.ts';
import type { Screen } from '../api/screens.ts';
import type { HandlePress } from '../handler.ts';
import type { Kit } from '../kit.ts';
import { begin, type Origin, originOf, tell } from '../stage.ts';
import { makingView } from '../views/checking.ts';
import { asModal, outcomeSaying, sentence } from '../views/saying.ts';
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

// Presses that are being served, by request and person. A second window would take the place of the first, and of the key in it.
const served = new Set<string>();

const pressedTwice = sentence('Your key is already being made. Look at the window that opened first.');

async function makeInWindow(kit: Kit, origin: Origin, requestId: RequestId): Promise<void> {
  const { caller } = origin;
  const screen = await begin(kit, origin, makingView());
  // Without a window the key could not be shown, so it is not made.
  if (screen === null) return;
  const window = keyWindow(screen);
  const outcome = await kit.useCases().collect({
    requestId,
    caller,
    show: (handover) => window.show(handover),
    onWait: (sentence) => window.wait(sentence),
  });
  if (outcome.kind !== 'done') await screen.show(asModal(outcomeSaying(kit.pointers, outcome)));
  await kit.home.refresh(caller);
}

/** Make my key: the window opens at once, and the same window shows the key once, if all the checks and calls allow it. */
export const pressCollect: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const found = await genuine(kit, press, 'request.collect');
  if ('say' in found) return tell(kit, origin, found.say);
  const serving = `${found.requestId} ${origin.caller.slackId}`;
  if (served.has(serving)) {
    // On Home there is no place for a sentence but a window, which would again be in the way.
    if (origin.responseUrl !== null) await tell(kit, origin, pressedTwice);
    return;
  }
  served.add(serving);
  try {
    await makeInWindow(kit, origin, found.requestId);
  } finally {
    served.delete(serving);
  }
};
