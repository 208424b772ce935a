/// <reference lib="dom" />
import { openHome } from './acts.ts';
import { app } from './app-state.ts';
import type { Pane, Place } from './app-state.ts';
import { refresh } from './refresh.ts';
import { keepSeat } from './session.ts';

export async function openPlace(place: Place): Promise<void> {
  app.set({ place, messages: null, thread: null, pane: 'conversation' });
  keepSeat();
  await (place.kind === 'app' && place.tab === 'home' ? openHome() : refresh());
}

/** Another person at the same screen: the same place if they can see it, else their first channel. */
export async function sitAs(personId: string): Promise<void> {
  if (personId === app.get().personId) return;
  app.set({ personId, messages: null, thread: null, failure: null });
  await refresh();
  const { place, view } = app.get();
  const first = view.channels.find((channel) => channel.isMember) ?? view.channels[0];
  const visible = place.kind === 'app' || view.channels.some((channel) => channel.id === place.channelId);
  if (!visible && first !== undefined) return openPlace({ kind: 'channel', channelId: first.id });
  keepSeat();
  if (place.kind === 'app' && place.tab === 'home') await openHome();
}

export async function openThread(ts: string): Promise<void> {
  app.set({ thread: { ts, messages: [] } });
  await refresh();
}

export function closeThread(): void {
  app.set({ thread: null });
}

export function showPane(pane: Pane): void {
  app.set({ pane });
}

let drafts = 0;

export function putIntoComposer(text: string): void {
  drafts += 1;
  app.set({ draft: { id: drafts, text } });
}
