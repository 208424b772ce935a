import { describeMessage } from '../../describe/message.ts';
import { describeView } from '../../describe/view.ts';
import type { JsonRecord } from '../../record.ts';
import type { Channel } from '../../state/channel.ts';
import type { Message } from '../../state/message.ts';
import type { View } from '../../state/view.ts';
import type { Workspace } from '../../state/workspace.ts';
import { payloadChannelName } from './parts.ts';

/** Where an element stands that somebody uses. */
export type Site =
  | { readonly in: 'message'; readonly message: Message; readonly channel: Channel }
  | { readonly in: 'view'; readonly view: View };

/**
 * The part of a payload that says where it happened. A private hint is not repeated: Slack tells only its ts, so an app
 * cannot read the message back from a click on it.
 */
export function siteFields(workspace: Workspace, site: Site): JsonRecord {
  if (site.in === 'view') {
    return { container: { type: 'view', view_id: site.view.id }, view: describeView(workspace, site.view) };
  }
  const { message, channel } = site;
  const ephemeral = message.ephemeralTo !== null;
  const thread = message.threadTs === null ? {} : { thread_ts: message.threadTs };
  return {
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral, ...thread },
    channel: { id: channel.id, name: payloadChannelName(channel) },
    ...(ephemeral ? {} : { message: describeMessage(workspace, message) }),
  };
}
