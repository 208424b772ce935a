import { z } from 'zod';

/**
 * Shapes of what Slack sends, as far as this face reads them (Slack API docs, "Interaction payloads" and "Slash commands", 2026).
 * Unknown fields are left alone: Slack adds some. Nothing here says who somebody is but `user.id` and `user_id`.
 */
const user = z.object({ id: z.string(), team_id: z.string().nullish() });
const view = z.object({
  id: z.string(),
  type: z.string(),
  hash: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
});
const option = z.object({ value: z.string(), text: z.object({ text: z.string() }) });

export const commandShape = z.object({
  user_id: z.string(),
  channel_id: z.string(),
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string(),
});

const container = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    channel_id: z.string(),
    message_ts: z.string(),
    is_ephemeral: z.boolean().default(false),
  }),
  z.object({ type: z.literal('view'), view_id: z.string() }),
]);

export const pressShape = z.object({
  user,
  trigger_id: z.string(),
  response_url: z.string().nullish(),
  container,
  view: view.nullish(),
  actions: z.tuple([
    z.object({
      action_id: z.string(),
      block_id: z.string(),
      action_ts: z.string().default(''),
      value: z.string().nullish(),
    }),
  ]),
});

/** One filled-in element. Only what the generated forms use is read. */
const filled = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
});
export type Filled = z.infer<typeof filled>;

const formState = z.object({ values: z.record(z.string(), z.record(z.string(), filled)) });

export const submissionShape = z.object({
  user,
  view: view.extend({ state: formState }),
});

export const lookupShape = z.object({
  user,
  block_id: z.string(),
  action_id: z.string(),
  value: z.string().default(''),
  view: view.extend({ state: formState.nullish() }).nullish(),
});

export const shortcutShape = z.object({
  user,
  callback_id: z.string(),
  trigger_id: z.string(),
  action_ts: z.string().default(''),
});

const envelope = { event_id: z.string() };

export const homeOpenedShape = z.object({
  ...envelope,
  event: z.object({
    user: z.string(),
    tab: z.string().default('home'),
    view: z.object({ hash: z.string() }).nullish(),
  }),
});

export const mentionShape = z.object({
  ...envelope,
  event: z.object({
    user: z.string(),
    user_team: z.string().nullish(),
    channel: z.string(),
    ts: z.string(),
    thread_ts: z.string().nullish(),
    text: z.string().default(''),
  }),
});

export const userChangeShape = z.object({
  ...envelope,
  event: z.object({ type: z.string(), user: z.object({ id: z.string(), deleted: z.boolean().nullish() }) }),
});

export const channelChangeShape = z.object({ ...envelope, event: z.object({ channel: z.string() }) });

/** `subteam_members_changed` names the group, `subteam_updated` holds it (Slack API docs, event pages, 2026). */
export const groupChangeShape = z.object({
  ...envelope,
  event: z.union([
    z.object({ subteam_id: z.string() }).transform(({ subteam_id: id }) => id),
    z.object({ subteam: z.object({ id: z.string() }) }).transform(({ subteam }) => subteam.id),
  ]),
});
