import { z } from 'zod';
import type { HandlePress } from '../handler.ts';
import { readAsMessage, readAsModal } from '../answer-read.ts';
import { originOf, tell } from '../stage.ts';
import { openedInput } from '../views/page-input.ts';
import { asMessage } from '../views/saying.ts';
import { forgedButton } from './genuine.ts';

// No list of ours is longer; the bound keeps a page from lying beyond every end.
const targetShape = z.strictObject({
  o: z.string(),
  i: z.record(z.string(), z.json()),
  n: z.int().min(0).max(100_000),
});

/** Next and Previous: the read runs again and the same place shows the other page. A file leaves the list where it is. */
export const pressPage: HandlePress = async (kit, press, ack) => {
  await ack();
  const target = targetShape.safeParse(kit.pointers.open('view.page', press.value));
  const operation = kit.catalogue.find((each) => target.success && each.id === target.data.o);
  if (!target.success || operation === undefined) {
    kit.refused.count('forged-button');
    return tell(kit, originOf(press), forgedButton);
  }
  const ask = { operation, ...openedInput(target.data.i), offset: target.data.n };
  if (ask.wish.file !== null) {
    await tell(kit, originOf(press), await readAsMessage(kit, press.caller, ask));
  } else if (press.place.in === 'modal') {
    await kit.screens.existing(press.place.viewId).show(await readAsModal(kit, press.caller, ask));
  } else if (press.responseUrl !== null) {
    await kit.answers.answer(press.responseUrl, {
      ...asMessage(await readAsMessage(kit, press.caller, ask)),
      replaces: true,
    });
  }
};
