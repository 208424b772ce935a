import type { RequestId, SlackUserId } from '#domain/ids.ts';
import type { RequestPointer } from '../ids.ts';
import { openRequest, type RequestAction } from '../ids.ts';
import type { PressDelivery } from '../delivery.ts';
import type { Kit } from '../kit.ts';
import { cardKey, confidantKey, dmKey, questionKey, reminderKey } from '#workflow/ports/messages.ts';
import { sentence } from '../views/saying.ts';

export const forgedButton = sentence(
  'This button was not made by this bot, or for something else. Nothing was done.',
  'Not done',
);
export const oldButton = sentence(
  'This message is no longer the one that counts. Use the newest card or message of this request; nothing was done.',
  'Not done',
);

/** Every message of ours that holds buttons of a request. */
async function placesOf(kit: Kit, id: RequestId, by: SlackUserId): Promise<readonly string[]> {
  const questions = await kit.read.questions.of(id);
  const mentions = (await kit.read.desk.asking([id])).get(id)?.mentions ?? [];
  return [
    cardKey(id),
    dmKey(id),
    confidantKey(id, by),
    ...questions.map((question) => questionKey(id, question.id)),
    ...mentions.map((mention) => reminderKey(id, mention)),
  ];
}

/**
 * The request a pressed button points to, if it is ours and stands where we put it: a card or DM that was copied or forwarded
 * elsewhere, or replaced since, does nothing. Buttons in modals and on Home were drawn for this one person.
 */
export async function genuine(
  kit: Kit,
  press: PressDelivery,
  action: RequestAction,
): Promise<RequestPointer | { readonly say: typeof forgedButton }> {
  const pointer = openRequest(kit.pointers, action, press.value);
  if (pointer === null) {
    kit.refused.count('forged-button');
    return { say: forgedButton };
  }
  if (press.place.in !== 'message') return pointer;
  const { channelId, ts } = press.place;
  for (const key of await placesOf(kit, pointer.requestId, press.caller.slackId)) {
    const place = await kit.read.messages.place(key);
    if (place !== null && place.channelId === channelId && place.ts === ts) return pointer;
  }
  kit.refused.count('forged-button');
  return { say: oldButton };
}
