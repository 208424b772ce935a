import type { Click, SeatOutcome, SeatState } from '../../../slack/seat.ts';
import { api } from '../wire/api.ts';
import { app } from './app-state.ts';
import { failureWords } from './failure-words.ts';
import { refresh } from './refresh.ts';
import { seeAct } from './tour.ts';

async function perform(what: string, act: Promise<SeatOutcome>): Promise<SeatOutcome> {
  const outcome = await act.catch((error: unknown) => ({
    ok: false as const,
    failed: error instanceof Error ? error.message : String(error),
  }));
  // An incomplete form says itself, field by field, what is missing.
  const silent = outcome.ok || outcome.failed === 'incomplete_form';
  app.set({ failure: silent ? null : failureWords(what, outcome.failed), spotlight: null });
  await refresh();
  return outcome;
}

export async function sendText(
  text: string,
  place: { readonly channelId: string; readonly threadTs?: string },
): Promise<SeatOutcome> {
  const person = app.get().personId;
  // Slack does not run commands in threads; there the text is an ordinary message.
  const isCommand = text.startsWith('/') && place.threadTs === undefined;
  const { channelId } = place;
  return isCommand
    ? perform(text.split(/\s/, 1)[0] ?? text, api.command({ person, channelId, text }))
    : perform('Sending', api.say({ person, ...place, text }));
}

export async function click(click: Click, label: string): Promise<SeatOutcome> {
  const person = app.get().personId;
  const outcome = await perform(label === '' ? 'This action' : `“${label}”`, api.click({ person, click }));
  seeAct({ kind: 'click', person, label, ok: outcome.ok });
  return outcome;
}

export async function submit(viewId: string, state: SeatState): Promise<SeatOutcome> {
  const { personId: person, view } = app.get();
  const label = `${view.modal?.title ?? ''} ${view.modal?.submit ?? ''}`;
  const outcome = await perform('Submitting', api.submit({ person, viewId, state }));
  const errors = Object.keys(app.get().view.modal?.errors ?? {}).length;
  seeAct({ kind: 'submit', person, label, ok: outcome.ok && errors === 0 });
  return outcome;
}

export function closeModal(): Promise<SeatOutcome> {
  return perform('Closing', api.closeModal(app.get().personId));
}

export function runShortcut(callbackId: string, name: string): Promise<SeatOutcome> {
  return perform(`“${name}”`, api.shortcut({ person: app.get().personId, callbackId }));
}

export function openHome(): Promise<SeatOutcome> {
  return perform('Opening Home', api.openHome(app.get().personId));
}
