import { describeUser } from './describe/user.ts';
import type { Emulation } from './emulation.ts';
import type { SeatPerson } from './seat.ts';
import type { Channel } from './state/channel.ts';
import { changeChannel } from './state/channels.ts';
import type { JsonRecord } from './record.ts';
import type { Person, UserGroup, Workspace } from './state/workspace.ts';
import { emitEvent } from './wire/emit-event.ts';

/** What a workspace's administrators can change while everything runs. Unknown ids are the caller's mistake and throw. */
export interface Admin {
  /** Deactivates, makes a guest of, or restores somebody; the app is told by `user_change` if it subscribed. */
  setKind(userId: string, kind: SeatPerson['kind']): Promise<void>;
  /** Puts another address into somebody's profile; the app is told by `user_change`. */
  setEmail(userId: string, email: string): Promise<void>;
  addToChannel(channelId: string, userId: string): void;
  removeFromChannel(channelId: string, userId: string): void;
  /** Shares a channel with another team (Slack Connect), or with nobody any more. */
  setConnectedTeams(channelId: string, teamIds: readonly string[]): Promise<void>;
  archiveChannel(channelId: string): void;
  /** The app is told by `subteam_members_changed` if it subscribed. */
  setGroupMembers(groupId: string, userIds: readonly string[]): Promise<void>;
}

export function createAdmin(emulation: Emulation): Admin {
  const channelOf = (id: string) => known(emulation.workspace.channels.get(id), id);
  const setMembers = (channel: Channel, members: readonly string[]) =>
    changeChannel(emulation.workspace, channel, { members: new Set(members) });
  async function change(userId: string, difference: Partial<Person>): Promise<void> {
    const { workspace } = emulation;
    const person = { ...known(workspace.people.get(userId), userId), ...difference };
    workspace.people.set(userId, person);
    workspace.bell.ring();
    const user = describeUser(workspace, person, { email: true, hidden: emulation.behaviour.hiddenUserFields });
    await emitEvent(emulation, { type: 'user_change', user, cache_ts: 0, event_ts: workspace.mint.ts() });
  }
  return {
    setKind: (userId, kind) => change(userId, { kind }),
    setEmail: (userId, email) => change(userId, { email }),
    addToChannel(channelId, userId) {
      const channel = channelOf(channelId);
      setMembers(channel, [...channel.members, known(emulation.workspace.people.get(userId), userId).id]);
    },
    removeFromChannel(channelId, userId) {
      const channel = channelOf(channelId);
      setMembers(
        channel,
        [...channel.members].filter((id) => id !== userId),
      );
    },
    async setConnectedTeams(channelId, connectedTeamIds) {
      const { workspace } = emulation;
      changeChannel(workspace, channelOf(channelId), { connectedTeamIds });
      const type = connectedTeamIds.length > 0 ? 'channel_shared' : 'channel_unshared';
      const event_ts = workspace.mint.ts();
      await emitEvent(emulation, { type, connected_team_id: connectedTeamIds[0] ?? '', channel: channelId, event_ts });
    },
    archiveChannel(channelId) {
      changeChannel(emulation.workspace, channelOf(channelId), { archived: true });
    },
    async setGroupMembers(groupId, members) {
      const { workspace } = emulation;
      const group = known(workspace.userGroups.get(groupId), groupId);
      workspace.userGroups.set(groupId, { ...group, members });
      await emitEvent(emulation, groupChange(workspace, group, members));
    },
  };
}

/** Slack API docs, event page "subteam_members_changed". */
function groupChange(workspace: Workspace, before: UserGroup, members: readonly string[]): JsonRecord {
  const added = members.filter((id) => !before.members.includes(id));
  const removed = before.members.filter((id) => !members.includes(id));
  return {
    type: 'subteam_members_changed',
    subteam_id: before.id,
    team_id: workspace.team.id,
    date_previous_update: 0,
    date_update: Math.floor(workspace.clock.nowMs() / 1000),
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
  };
}

function known<Value>(value: Value | undefined, id: string): Value {
  if (value === undefined) throw new Error(`The emulated workspace has no '${id}'.`);
  return value;
}
