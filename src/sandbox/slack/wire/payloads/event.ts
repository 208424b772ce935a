import type { JsonRecord } from '../../record.ts';
import type { Workspace } from '../../state/workspace.ts';

/** The envelope around every event (Slack API docs, "Events API"). A retry repeats it with the same event_id. */
export function eventCallback(workspace: Workspace, event: JsonRecord): JsonRecord {
  const { app, team } = workspace;
  return {
    token: 'deprecated-verification-token',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: workspace.mint.id('Ev'),
    event_time: Math.floor(workspace.clock.nowMs() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}
