import type { HandleSubmission } from '../handler.ts';
import { openWish } from '../home/home-pointer.ts';
import { filteredWish } from '../views/home-filter.ts';
import { asModal } from '../views/saying.ts';
import { notGenuine } from './submit-form.ts';

/** The filter closes and Home shows what was asked for. */
export const submitHomeFilter: HandleSubmission = async (kit, delivery, ack) => {
  const wish = openWish(kit.pointers, 'home.filter', delivery.metadata);
  if (wish === null) {
    kit.refused.count('forged-button');
    return ack({ response_action: 'update', view: asModal(notGenuine) });
  }
  await ack();
  await kit.home.turn(delivery.caller, filteredWish(wish, delivery.values));
};
