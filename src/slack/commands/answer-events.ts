import { holdsRawKey } from '#domain/raw-key.ts';
import { slackUserId } from '#domain/ids.ts';
import type {
  HandleChannelChange,
  HandleGroupChange,
  HandleHome,
  HandleMention,
  HandleUserChange,
} from '../handler.ts';
import { rawKeySaying } from '../views/leak.ts';
import { menu } from '../views/menu.ts';
import { outcomeSaying } from '../views/saying.ts';

export const openedHome: HandleHome = async (kit, opened) => {
  if (opened.tab === 'home') await kit.home.opened(opened.caller, opened.hash);
};

/** An @mention is answered by the menu in its thread, where slash commands do not work; a refusal only to whom it concerns. */
export const answerMention: HandleMention = async (kit, mention) => {
  const { caller, channelId, threadTs, text } = mention;
  const to = { channel: channelId, threadTs };
  const refusal = await kit.useCases().admit(caller);
  if (refusal !== null) {
    await kit.mouth.whisper({ channel: channelId }, caller.slackId, outcomeSaying(kit.pointers, refusal));
    return;
  }
  await kit.mouth.post(to, holdsRawKey(text) ? rawKeySaying(kit.pointers) : menu(kit), { kind: 'menu' });
};

/** Somebody's account changed or is new: what was remembered of it no longer counts. */
export const forgetChangedUser: HandleUserChange = async (kit, { userId, is }) => {
  kit.forget.person(userId);
  await kit.useCases().heard({ of: 'account', slackId: slackUserId(userId), is });
};

/** A channel is shared with somebody or no longer: it is looked at anew. */
export const lookAtChannel: HandleChannelChange = async (kit, { changed: channelId }) => {
  kit.places.forget(channelId);
  if ((await kit.places.sharing(channelId)) !== 'shared') return;
  await kit.useCases().heard({ of: 'shared-channel', channelId, caller: null });
};

/** Somebody joined or left a group, or the group changed otherwise: it is looked at anew. */
export const lookAtGroup: HandleGroupChange = async (kit, { slackGroup }) => {
  kit.forget.group(slackGroup);
  await kit.useCases().heard({ of: 'group', slackGroup });
};
