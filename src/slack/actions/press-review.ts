import type { HandlePress } from '../handler.ts';
import { begin, fill, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { reviewView } from '../views/review.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { forgedButton } from './genuine.ts';

/** Review together: the routine requests that this person could decide on now, drawn from the record. */
export const pressReview: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  if (kit.pointers.open('home.review', press.value) === null) {
    kit.refused.count('forged-button');
    return tell(kit, origin, forgedButton);
  }
  const screen = await begin(kit, origin, checkingView());
  if (screen === null) return;
  await fill(kit, screen, async () => {
    const review = await kit.useCases().review({ caller: press.caller });
    return review.kind === 'review'
      ? reviewView(kit.pointers, review.pictures)
      : asModal(outcomeSaying(kit.pointers, review));
  });
};
