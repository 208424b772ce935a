import { describeView } from '../../describe/view.ts';
import type { JsonRecord } from '../../record.ts';
import type { SeatState } from '../../seat.ts';
import type { View } from '../../state/view.ts';
import type { Person, Workspace } from '../../state/workspace.ts';
import { actor, common } from './parts.ts';
import { type Site, siteFields } from './site.ts';

/** Somebody used an element (Slack API docs, "block_actions payload"). */
export function blockActions(
  workspace: Workspace,
  used: {
    readonly person: Person;
    readonly site: Site;
    readonly action: JsonRecord;
    readonly state: SeatState;
    readonly triggerId: string;
    /** Null in a view, where there is no channel to answer in. */
    readonly responseUrl: string | null;
  },
): JsonRecord {
  return {
    type: 'block_actions',
    user: actor(used.person),
    ...common(workspace),
    ...siteFields(workspace, used.site),
    trigger_id: used.triggerId,
    ...(used.site.in === 'message' ? { state: { values: used.state } } : {}),
    ...(used.responseUrl === null ? {} : { response_url: used.responseUrl }),
    actions: [used.action],
  };
}

/** Somebody types into a menu whose options the app supplies (Slack API docs, "block_suggestion payload"). */
export function blockSuggestion(
  workspace: Workspace,
  asked: {
    readonly person: Person;
    readonly site: Site;
    readonly blockId: string;
    readonly actionId: string;
    readonly query: string;
  },
): JsonRecord {
  return {
    type: 'block_suggestion',
    user: actor(asked.person),
    ...common(workspace),
    ...siteFields(workspace, asked.site),
    block_id: asked.blockId,
    action_id: asked.actionId,
    value: asked.query,
  };
}

/** Somebody sent a form (Slack API docs, "view_submission payload"). */
export function viewSubmission(
  workspace: Workspace,
  sent: { person: Person; view: View; triggerId: string },
): JsonRecord {
  return {
    type: 'view_submission',
    user: actor(sent.person),
    ...common(workspace),
    trigger_id: sent.triggerId,
    view: describeView(workspace, sent.view),
    response_urls: [],
  };
}

/** Somebody closed a view that asked to be told (Slack API docs, "view_closed payload"). */
export function viewClosed(
  workspace: Workspace,
  closed: { person: Person; view: View; isCleared: boolean },
): JsonRecord {
  return {
    type: 'view_closed',
    user: actor(closed.person),
    ...common(workspace),
    view: describeView(workspace, closed.view),
    is_cleared: closed.isCleared,
  };
}

/** Somebody ran a global shortcut, from anywhere, so there is no channel (Slack API docs, "shortcut payload"). */
export function globalShortcut(
  workspace: Workspace,
  run: { person: Person; callbackId: string; triggerId: string },
): JsonRecord {
  return {
    type: 'shortcut',
    user: actor(run.person),
    ...common(workspace),
    action_ts: workspace.mint.ts(),
    callback_id: run.callbackId,
    trigger_id: run.triggerId,
  };
}
