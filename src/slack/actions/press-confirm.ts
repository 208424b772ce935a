import { z } from 'zod';
import { foundingKey } from '#workflow/ports/messages.ts';
import type { HandlePress } from '../handler.ts';
import { originOf, tell } from '../stage.ts';
import { outcomeSaying } from '../views/saying.ts';
import { forgedButton } from './genuine.ts';

const shape = z.strictObject({ s: z.string().regex(/^[0-9a-f]{64}$/) });

/** One of the two presses that found an installation; it counts only on the card where we put it. */
export const pressConfirm: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const pointer = shape.safeParse(kit.pointers.open('installation.confirm', press.value));
  const card = await kit.read.messages.place(foundingKey);
  const isThere =
    press.place.in === 'message' && press.place.channelId === card?.channelId && press.place.ts === card.ts;
  if (!pointer.success || !isThere) {
    kit.refused.count('forged-button');
    return tell(kit, origin, forgedButton);
  }
  const outcome = await kit.useCases().confirmInstallation({ subject: pointer.data.s, caller: press.caller });
  await tell(kit, origin, outcomeSaying(kit.pointers, outcome));
};
