import type { JsonRecord } from '../record.ts';
import type { Message } from '../state/message.ts';
import { findMessage, repliesTo } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { describeFile } from './file.ts';

/** A message as Slack sends it. What is empty is left out, as there. */
export function describeMessage(workspace: Workspace, message: Message): JsonRecord {
  const fromBot = message.userId === workspace.app.botUserId;
  const files = message.fileIds.flatMap((id) => workspace.files.get(id) ?? []);
  return {
    user: message.userId,
    type: 'message',
    ts: message.ts,
    ...(fromBot ? botFields(workspace) : { client_msg_id: `msg-${message.ts}` }),
    text: message.text,
    team: workspace.people.get(message.userId)?.teamId ?? workspace.team.id,
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.attachments.length === 0 ? {} : { attachments: message.attachments }),
    ...(message.edited ? { edited: { user: message.userId, ts: message.ts } } : {}),
    ...(message.metadata === null ? {} : { metadata: message.metadata }),
    ...(files.length === 0 ? {} : { files: files.map((file) => describeFile(workspace, file)) }),
    ...threadFields(workspace, message),
  };
}

function botFields(workspace: Workspace): JsonRecord {
  const { app, team } = workspace;
  const profile = {
    id: app.botId,
    app_id: app.id,
    user_id: app.botUserId,
    name: app.name,
    icons: {},
    deleted: false,
    updated: 0,
    team_id: team.id,
  };
  return { bot_id: app.botId, app_id: app.id, bot_profile: profile };
}

function threadFields(workspace: Workspace, message: Message): JsonRecord {
  if (message.threadTs !== null) {
    const parent = findMessage(workspace, message.channelId, message.threadTs);
    return { thread_ts: message.threadTs, ...(parent === null ? {} : { parent_user_id: parent.userId }) };
  }
  const replies = repliesTo(workspace, message);
  const latest = replies.at(-1);
  if (latest === undefined) return {};
  const users = [...new Set(replies.map((reply) => reply.userId))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: latest.ts,
  };
}
