import type { z } from 'zod';
import type {
  ChannelChangeDelivery,
  CommandDelivery,
  GroupChangeDelivery,
  HomeDelivery,
  LookupDelivery,
  MentionDelivery,
  PressDelivery,
  PressPlace,
  ShortcutDelivery,
  SubmissionDelivery,
  UserChangeDelivery,
} from './delivery.ts';
import { callerOf } from './identity.ts';
import {
  channelChangeShape,
  commandShape,
  groupChangeShape,
  homeOpenedShape,
  lookupShape,
  mentionShape,
  pressShape,
  shortcutShape,
  submissionShape,
  userChangeShape,
} from './payload.ts';

/** Readers answer null for a payload of another shape. Its content is never repeated, not even in an error. */
function reader<Shape extends z.ZodType, Delivery>(shape: Shape, make: (payload: z.infer<Shape>) => Delivery) {
  return (body: unknown): Delivery | null => {
    const parsed = shape.safeParse(body);
    return parsed.success ? make(parsed.data) : null;
  };
}

export const readCommand = reader(commandShape, (payload): CommandDelivery => ({
  caller: callerOf({ id: payload.user_id }, 'command', `command:${payload.trigger_id}`),
  channelId: payload.channel_id,
  text: payload.text,
  triggerId: payload.trigger_id,
  responseUrl: payload.response_url,
}));

function placeOf(payload: z.infer<typeof pressShape>): PressPlace {
  const { container, view } = payload;
  if (container.type === 'view') return { in: view?.type === 'home' ? 'home' : 'modal', viewId: container.view_id };
  return {
    in: 'message',
    channelId: container.channel_id,
    ts: container.message_ts,
    isEphemeral: container.is_ephemeral,
  };
}

export const readPress = reader(pressShape, (payload): PressDelivery => {
  const [action] = payload.actions;
  const place = placeOf(payload);
  const key = `press:${payload.trigger_id}:${action.action_ts}`;
  return {
    caller: callerOf(payload.user, place.in === 'home' ? 'home' : 'button', key),
    actionId: action.action_id,
    value: action.value ?? '',
    triggerId: payload.trigger_id,
    responseUrl: payload.response_url ?? null,
    place,
  };
});

export const readSubmission = reader(submissionShape, (payload): SubmissionDelivery => ({
  // The hash changes with every version of a view: one version can be sent once.
  caller: callerOf(payload.user, 'modal', `submit:${payload.view.id}:${payload.view.hash}`),
  viewId: payload.view.id,
  callbackId: payload.view.callback_id,
  metadata: payload.view.private_metadata,
  values: payload.view.state.values,
}));

export const readLookup = reader(lookupShape, (payload): LookupDelivery => ({
  caller: callerOf(payload.user, 'options', null),
  blockId: payload.block_id,
  query: payload.value,
  callbackId: payload.view?.callback_id ?? '',
  metadata: payload.view?.private_metadata ?? '',
  values: payload.view?.state?.values ?? {},
}));

export const readShortcut = reader(shortcutShape, (payload): ShortcutDelivery => ({
  caller: callerOf(payload.user, 'shortcut', `shortcut:${payload.trigger_id}`),
  triggerId: payload.trigger_id,
}));

export const readHomeOpened = reader(homeOpenedShape, (payload): HomeDelivery => ({
  caller: callerOf({ id: payload.event.user }, 'home', null),
  tab: payload.event.tab,
  hash: payload.event.view?.hash ?? null,
}));

export const readMention = reader(mentionShape, (payload): MentionDelivery => ({
  caller: callerOf(
    { id: payload.event.user, team_id: payload.event.user_team },
    'mention',
    `event:${payload.event_id}`,
  ),
  channelId: payload.event.channel,
  threadTs: payload.event.thread_ts ?? payload.event.ts,
  text: payload.event.text,
}));

export const readUserChange = reader(userChangeShape, ({ event }): UserChangeDelivery => {
  const is = event.type === 'team_join' ? 'new' : 'changed';
  return { userId: event.user.id, is: event.user.deleted === true ? 'gone' : is };
});

export const readChannelChange = reader(channelChangeShape, ({ event }): ChannelChangeDelivery => ({
  changed: event.channel,
}));

export const readGroupChange = reader(groupChangeShape, ({ event }): GroupChangeDelivery => ({ slackGroup: event }));
