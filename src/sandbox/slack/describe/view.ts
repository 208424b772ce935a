import type { JsonRecord } from '../record.ts';
import type { View } from '../state/view.ts';
import type { Workspace } from '../state/workspace.ts';

/** A view as Slack sends it, in answers and in payloads (Slack API docs, "View interaction payloads"). */
export function describeView(workspace: Workspace, view: View): JsonRecord {
  return {
    id: view.id,
    team_id: workspace.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: view.state },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: workspace.app.id,
    external_id: view.externalId,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.app.botId,
  };
}
