import type { JsonRecord } from '../../record.ts';
import type { Channel } from '../../state/channel.ts';
import type { Person, Workspace } from '../../state/workspace.ts';

/** What stands in every payload. `token` is the deprecated verification token: present, and to be trusted by nobody. */
export function common(workspace: Workspace): JsonRecord {
  return {
    token: 'deprecated-verification-token',
    api_app_id: workspace.app.id,
    // The workspace the app is installed in, also when somebody of another one acts in a shared channel.
    team: { id: workspace.team.id, domain: workspace.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function actor(person: Person): JsonRecord {
  return { id: person.id, username: person.name, name: person.name, team_id: person.teamId };
}

/** The name Slack gives a channel in payloads: only public ones show theirs. */
export function payloadChannelName(channel: Channel): string {
  if (channel.kind === 'public') return channel.name;
  return channel.kind === 'private' ? 'privategroup' : 'directmessage';
}
