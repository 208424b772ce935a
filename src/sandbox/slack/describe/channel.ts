import type { JsonRecord } from '../record.ts';
import type { Channel } from '../state/channel.ts';
import { isBotIn, partnerOf } from '../state/channels.ts';
import type { Workspace } from '../state/workspace.ts';

/** A conversation object as the bot sees it (Slack API docs, "Conversation object"). */
export function describeChannel(workspace: Workspace, channel: Channel): JsonRecord {
  const base = {
    id: channel.id,
    created: Math.floor(channel.createdAtMs / 1000),
    updated: channel.createdAtMs,
    is_archived: channel.archived,
    context_team_id: workspace.team.id,
  };
  return { ...base, ...(channel.kind === 'dm' ? dmFields(workspace, channel) : channelFields(workspace, channel)) };
}

function dmFields(workspace: Workspace, channel: Channel): JsonRecord {
  const partner = partnerOf(workspace, channel);
  const isUserDeleted = partner?.kind === 'deactivated';
  return { is_im: true, is_org_shared: false, user: partner?.id ?? '', is_user_deleted: isUserDeleted, priority: 0 };
}

function channelFields(workspace: Workspace, channel: Channel): JsonRecord {
  return {
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_member: isBotIn(workspace, channel),
    unlinked: 0,
    creator: '',
    parent_conversation: null,
    ...sharingFields(workspace, channel),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: channel.purpose, creator: '', last_set: 0 },
    previous_names: [],
  };
}

/** Whether people of another organization are in the channel: what a bot must know before it says anything there. */
function sharingFields(workspace: Workspace, channel: Channel): JsonRecord {
  const { connectedTeamIds } = channel;
  const shared = connectedTeamIds.length > 0;
  return {
    is_shared: shared,
    is_ext_shared: shared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    pending_connected_team_ids: [],
    shared_team_ids: [workspace.team.id, ...connectedTeamIds],
    ...(shared ? { connected_team_ids: connectedTeamIds, conversation_host_id: workspace.team.id } : {}),
  };
}
