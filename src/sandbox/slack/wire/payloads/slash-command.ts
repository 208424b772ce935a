import type { Channel } from '../../state/channel.ts';
import type { Person, Workspace } from '../../state/workspace.ts';
import { payloadChannelName } from './parts.ts';

export interface SlashCommand {
  readonly person: Person;
  readonly channel: Channel;
  readonly command: string;
  /** What was typed behind the command, escaped. */
  readonly text: string;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** The fields of a slash command, all of them texts (Slack API docs, "Implementing slash commands"). */
export function slashCommand(workspace: Workspace, typed: SlashCommand): Readonly<Record<string, string>> {
  return {
    token: 'deprecated-verification-token',
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: typed.channel.id,
    channel_name: payloadChannelName(typed.channel),
    user_id: typed.person.id,
    user_name: typed.person.name,
    command: typed.command,
    text: typed.text,
    api_app_id: workspace.app.id,
    is_enterprise_install: 'false',
    response_url: typed.responseUrl,
    trigger_id: typed.triggerId,
  };
}
