import { suggestionKey } from '#workflow/ports/messages.ts';
import type { PressDelivery } from '../delivery.ts';
import type { HandlePress } from '../handler.ts';
import { openSuggestion, type SuggestionAction, type SuggestionPointer } from '../ids.ts';
import type { Kit } from '../kit.ts';
import { begin, fill, originOf, tell } from '../stage.ts';
import { checkingView } from '../views/checking.ts';
import { previewView } from '../views/preview.ts';
import { asModal, outcomeSaying } from '../views/saying.ts';
import { forgedButton, oldButton } from './genuine.ts';

/** The suggestion that a pressed button answers, if the button is ours and stands where we put it. */
async function genuineSuggestion(
  kit: Kit,
  press: PressDelivery,
  action: SuggestionAction,
): Promise<SuggestionPointer | { readonly say: typeof forgedButton }> {
  const pointer = openSuggestion(kit.pointers, action, press.value);
  const place =
    pointer === null ? null : await kit.read.messages.place(suggestionKey(pointer.requestId, pointer.suggestion));
  const { place: at } = press;
  if (pointer !== null && at.in === 'message' && place?.channelId === at.channelId && place.ts === at.ts)
    return pointer;
  kit.refused.count('forged-button');
  return { say: pointer === null ? forgedButton : oldButton };
}

/** Take it: the new request as it would be sent, to look at and send. */
export const pressTake: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const found = await genuineSuggestion(kit, press, 'suggestion.take');
  if ('say' in found) return tell(kit, origin, found.say);
  const screen = await begin(kit, origin, checkingView());
  if (screen === null) return;
  await fill(kit, screen, async () => {
    const drafted = await kit.useCases().takeSuggestion({ ...found, caller: press.caller });
    return drafted.kind === 'drafted'
      ? previewView(kit.pointers, drafted.picture)
      : asModal(outcomeSaying(kit.pointers, drafted));
  });
};

/** Keep mine: the request stays what it is. */
export const pressKeep: HandlePress = async (kit, press, ack) => {
  await ack();
  const origin = originOf(press);
  const found = await genuineSuggestion(kit, press, 'suggestion.keep');
  if ('say' in found) return tell(kit, origin, found.say);
  const kept = await kit.useCases().keepMine({ ...found, caller: press.caller });
  await tell(kit, origin, outcomeSaying(kit.pointers, kept));
};
