/// <reference lib="dom" />
import type { Click, ClickPlace, SeatOption, SeatOutcome, SeatState } from '../../../slack/seat.ts';
import type { ActAnswer, ControlAnswer, OptionsAnswer, PageConfig, PageView, Refusal } from '../../wire.ts';
import { token } from './token.ts';

/** An answer other than 2xx, in the server's own words. */
class ApiError extends Error {
  override readonly name = 'ApiError';
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const headers = { 'x-sandbox-token': token, 'content-type': 'application/json' };
  const response = await fetch(`/api/${path}`, { ...init, headers }).catch((cause: unknown) => {
    throw new ApiError('The sandbox does not answer. Is it still running?', { cause });
  });
  if (response.ok) return (await response.json()) as T;
  const refused = (await response.json().catch(() => null)) as Refusal | null;
  throw new ApiError(refused?.message ?? `The sandbox answered ${response.status}.`);
}

function post<T>(path: string, body: unknown): Promise<T> {
  return ask(path, { method: 'POST', body: JSON.stringify(body) });
}

async function act(path: string, body: unknown): Promise<SeatOutcome> {
  return (await post<ActAnswer>(`act/${path}`, body)).outcome;
}

export interface Look {
  readonly person: string;
  readonly channel: string | null;
  readonly thread: string | null;
}

export const api = {
  config: () => ask<PageConfig>('config'),
  view: ({ person, channel, thread }: Look) => {
    const query = new URLSearchParams({ person });
    if (channel !== null) query.set('channel', channel);
    if (thread !== null) query.set('thread', thread);
    return ask<PageView>(`view?${query.toString()}`);
  },
  command: (body: { person: string; channelId: string; text: string }) => act('command', body),
  say: (body: { person: string; channelId: string; text: string; threadTs?: string }) => act('say', body),
  click: (body: { person: string; click: Click }) => act('click', body),
  submit: (body: { person: string; viewId: string; state: SeatState }) => act('submit', body),
  closeModal: (person: string) => act('close-modal', { person }),
  shortcut: (body: { person: string; callbackId: string }) => act('shortcut', body),
  openHome: (person: string) => act('open-home', { person }),
  options: async (body: {
    person: string;
    ask: { place: ClickPlace; blockId: string; actionId: string; query: string };
  }): Promise<readonly SeatOption[]> => (await post<OptionsAnswer>('act/options', body)).options,
  advance: (byMs: number) => post<ControlAnswer>('control/advance', { byMs }),
  control: (name: 'reset' | 'tamper' | 'verify' | 'go-behind-the-back') => post<ControlAnswer>(`control/${name}`, {}),
};

export function fileUrl(file: { id: string; channelId: string; person: string; thread: string | null }): string {
  const query = new URLSearchParams({ person: file.person, token });
  if (file.thread !== null) query.set('thread', file.thread);
  return `/api/files/${encodeURIComponent(file.channelId)}/${encodeURIComponent(file.id)}?${query.toString()}`;
}

/** Calls `changed` after every change and `connected` when the stream opens or breaks; the browser reconnects by itself. */
export function watchChanges(changed: () => void, connected: (is: boolean) => void): void {
  const source = new EventSource(`/api/events?${new URLSearchParams({ token }).toString()}`);
  source.addEventListener('open', () => connected(true));
  source.addEventListener('error', () => connected(false));
  source.addEventListener('change', changed);
}
