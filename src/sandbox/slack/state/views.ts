import { assignIds } from '../blocks/assign-ids.ts';
import { stateOf } from '../blocks/element-state.ts';
import { type JsonRecord, textAt } from '../record.ts';
import type { SeatState } from '../seat.ts';
import type { View } from './view.ts';
import type { Workspace } from './workspace.ts';

/** Makes a view from a payload that was validated. */
export function createView(
  workspace: Workspace,
  payload: JsonRecord,
  place: { userId: string; previous: View | null },
): View {
  const id = workspace.mint.id('V');
  return {
    ...contentOf(workspace, payload, {}),
    id,
    userId: place.userId,
    rootViewId: place.previous?.rootViewId ?? id,
    previousViewId: place.previous?.id ?? null,
  };
}

/** The same view with new content: id and place stay, the hash is new, fields with the same ids keep what was typed. */
export function replaceContent(workspace: Workspace, view: View, payload: JsonRecord): View {
  return { ...view, ...contentOf(workspace, payload, view.state) };
}

type Content = Omit<View, 'id' | 'userId' | 'rootViewId' | 'previousViewId'>;

function contentOf(workspace: Workspace, payload: JsonRecord, state: SeatState): Content {
  const blocks = assignIds(workspace.mint, payload['blocks']);
  return {
    hash: workspace.mint.hash(),
    type: payload['type'] === 'home' ? 'home' : 'modal',
    callbackId: textAt(payload, 'callback_id') ?? '',
    externalId: textAt(payload, 'external_id') ?? '',
    privateMetadata: textAt(payload, 'private_metadata') ?? '',
    title: (payload['title'] as JsonRecord | undefined) ?? null,
    submit: (payload['submit'] as JsonRecord | undefined) ?? null,
    close: (payload['close'] as JsonRecord | undefined) ?? null,
    blocks,
    clearOnClose: payload['clear_on_close'] === true,
    notifyOnClose: payload['notify_on_close'] === true,
    state: stateOf(blocks, state),
    errors: {},
  };
}
