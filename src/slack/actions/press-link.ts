import type { HandlePress } from '../handler.ts';
import { originOf, tell } from '../stage.ts';
import { outcomeSaying } from '../views/saying.ts';

/** Slack also tells us that a link to one of our pages was pressed. The browser is on its way there; the page itself decides. */
export const pressLink: HandlePress = async (kit, press, ack) => {
  await ack();
  const no = await kit.useCases().admit(press.caller);
  if (no !== null) await tell(kit, originOf(press), outcomeSaying(kit.pointers, no));
};
