import type { View } from './view.ts';
import type { Workspace } from './workspace.ts';

/** A modal holds at most three views (Slack API docs, "Modals"). */
export const MAX_DEPTH = 3;

export function modalsOf(workspace: Workspace, userId: string): readonly View[] {
  return workspace.modals.get(userId) ?? [];
}

export function setModals(workspace: Workspace, userId: string, views: readonly View[]): void {
  if (views.length === 0) workspace.modals.delete(userId);
  else workspace.modals.set(userId, views);
  workspace.bell.ring();
}

/** Finds an open modal view or a published Home by id. A modal that was closed is gone. */
export function findView(workspace: Workspace, viewId: string): View | null {
  return allViews(workspace).find((view) => view.id === viewId) ?? null;
}

export function findViewByExternalId(workspace: Workspace, externalId: string): View | null {
  return allViews(workspace).find((view) => view.externalId !== '' && view.externalId === externalId) ?? null;
}

/** Puts a new version of a view where the old one stands. */
export function putView(workspace: Workspace, view: View): void {
  if (view.type === 'home') workspace.homes.set(view.userId, view);
  else {
    const views = modalsOf(workspace, view.userId).map((open) => (open.id === view.id ? view : open));
    workspace.modals.set(view.userId, views);
  }
  workspace.bell.ring();
}

function allViews(workspace: Workspace): readonly View[] {
  return [...workspace.modals.values()].flat().concat([...workspace.homes.values()]);
}
