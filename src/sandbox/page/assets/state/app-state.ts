import type { WireMessage, PageConfig, PageView } from '../../wire.ts';
import { createStore, useSelected } from './store.ts';

export type Place =
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'app'; readonly tab: 'home' | 'messages' };

/** Which of the three panes a phone shows; wider screens show them side by side. */
export type Pane = 'workspace' | 'conversation' | 'organization';

export interface ControlResult {
  readonly id: number;
  readonly title: string;
  /** Said beside the title, so that the colour is never all there is. */
  readonly verdict: string;
  readonly tone: 'good' | 'bad' | 'done';
  readonly lines: readonly string[];
}

export interface AppState {
  readonly config: PageConfig;
  readonly view: PageView;
  readonly personId: string;
  readonly place: Place;
  /** Null while another conversation is on its way. */
  readonly messages: readonly WireMessage[] | null;
  readonly thread: { readonly ts: string; readonly messages: readonly WireMessage[] } | null;
  readonly pane: Pane;
  readonly boardOpen: boolean;
  readonly controlsOpen: boolean;
  readonly results: readonly ControlResult[];
  readonly resultsOpen: boolean;
  /** One sentence when something did not work, until it is dismissed or something works. */
  readonly failure: string | null;
  readonly connected: boolean;
  /** Text put into the composer for the person; a new `id` puts it in again. */
  readonly draft: { readonly id: number; readonly text: string } | null;
  /** What the tour points at, until the person acts. */
  readonly spotlight: 'approve' | 'collect' | 'audit' | null;
}

/** Filled by `boot` before anything is drawn. */
export const app = createStore<AppState>({} as AppState);

export function useApp<U>(select: (state: AppState) => U): U {
  return useSelected(app, select);
}

/** The app's own direct message with this person, once there is one. */
export function botChannelId({ view }: AppState): string | null {
  const bot = view.people.find((person) => person.kind === 'bot');
  const names = [bot?.name, bot?.realName];
  const directs = view.channels.filter((channel) => channel.kind === 'dm');
  const named = directs.find((channel) => names.includes(channel.name));
  return (named ?? (directs.length === 1 ? directs[0] : undefined))?.id ?? null;
}

export function openChannelId(state: AppState): string | null {
  return state.place.kind === 'channel' ? state.place.channelId : botChannelId(state);
}
