import { type Channel, dmIdOf } from './channel.ts';
import type { Person, Workspace } from './workspace.ts';

/** Opens the conversation between the bot and this person, or finds it. */
export function openDm(
  workspace: Workspace,
  person: Person,
): { readonly channel: Channel; readonly alreadyOpen: boolean } {
  const id = dmIdOf(person.id);
  const existing = workspace.channels.get(id);
  if (existing !== undefined) return { channel: existing, alreadyOpen: true };
  const channel: Channel = {
    id,
    name: person.name,
    kind: 'dm',
    topic: '',
    purpose: '',
    members: new Set([person.id, workspace.app.botUserId]),
    connectedTeamIds: [],
    archived: false,
    createdAtMs: workspace.clock.nowMs(),
  };
  workspace.channels.set(id, channel);
  workspace.bell.ring();
  return { channel, alreadyOpen: false };
}

/** The person at the other end of a conversation with the bot. */
export function partnerOf(workspace: Workspace, dm: Channel): Person | null {
  for (const id of dm.members) {
    if (id !== workspace.app.botUserId) return workspace.people.get(id) ?? null;
  }
  return null;
}

export function isBotIn(workspace: Workspace, channel: Channel): boolean {
  return channel.members.has(workspace.app.botUserId);
}

export function changeChannel(workspace: Workspace, channel: Channel, change: Partial<Channel>): Channel {
  const changed = { ...channel, ...change };
  workspace.channels.set(channel.id, changed);
  workspace.bell.ring();
  return changed;
}
