import { randomBytes } from 'node:crypto';

/** What Slack sends when somebody does something, as far as this face reads it. */

export const press = (button: {
  actionId: string;
  value: string;
  trigger: string;
  responseUrl?: string;
  place: { channel: string; ts: string; ephemeral?: boolean } | { view: string; type?: 'home' | 'modal' };
}): object => ({
  type: 'block_actions',
  trigger_id: button.trigger,
  ...(button.responseUrl === undefined ? {} : { response_url: button.responseUrl }),
  ...('view' in button.place
    ? {
        container: { type: 'view', view_id: button.place.view },
        view: {
          id: button.place.view,
          type: button.place.type ?? 'modal',
          hash: 'h',
          callback_id: '',
          private_metadata: '',
        },
      }
    : {
        container: {
          type: 'message',
          channel_id: button.place.channel,
          message_ts: button.place.ts,
          is_ephemeral: button.place.ephemeral ?? false,
        },
        channel: { id: button.place.channel },
      }),
  actions: [
    {
      type: 'button',
      action_id: button.actionId,
      block_id: 'b',
      action_ts: randomBytes(4).toString('hex'),
      value: button.value,
    },
  ],
});

export interface DrawnView {
  readonly id: string;
  readonly hash: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly blocks: readonly unknown[];
  readonly title: { readonly text: string };
}

/** Submits a view as it was drawn; `typed` by block id. */
export const submission = (
  view: DrawnView,
  typed: Readonly<Record<string, string | { value: string; text: string }>> = {},
): object => ({
  type: 'view_submission',
  trigger_id: 'unused',
  view: {
    ...view,
    type: 'modal',
    state: {
      values: Object.fromEntries(
        Object.entries(typed).map(([block, value]) => [
          block,
          {
            any:
              typeof value === 'string'
                ? { type: 'plain_text_input', value }
                : {
                    type: 'static_select',
                    selected_option: { value: value.value, text: { type: 'plain_text', text: value.text } },
                  },
          },
        ]),
      ),
    },
  },
});

export const lookup = (
  view: Pick<DrawnView, 'id' | 'hash' | 'callback_id' | 'private_metadata'>,
  blockId: string,
  query: string,
): object => ({
  type: 'block_suggestion',
  block_id: blockId,
  action_id: 'form.suggest',
  value: query,
  view: { ...view, type: 'modal' },
});

export const shortcut = (callbackId: string, trigger: string): object => ({
  type: 'shortcut',
  callback_id: callbackId,
  trigger_id: trigger,
  action_ts: '1.1',
});
