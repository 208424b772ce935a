/// <reference lib="dom" />
import type { Board } from '../../../openai/board.ts';
import { token } from '../wire/token.ts';
import { app } from './app-state.ts';
import type { AppState } from './app-state.ts';
import { buttonLabels } from './button-labels.ts';
import { recall } from './session.ts';
import { createStore } from './store.ts';
import { castChannels, castPlayers } from './tour-cast.ts';

export type StepNumber = 1 | 2 | 3 | 4 | 5;

interface TourState {
  readonly done: readonly StepNumber[];
  readonly hidden: boolean;
  /** Keys that were there before the tour, by id. */
  readonly oldKeys: readonly string[];
  /** The requester sent something off; its card may still be on the way. */
  readonly asked: boolean;
  readonly keyAsked: boolean;
}

/** What a person did on this page, as far as the tour watches it. */
export interface SeenAct {
  readonly kind: 'click' | 'submit';
  readonly person: string;
  readonly label: string;
  readonly ok: boolean;
}

const STORED = `countersign.tour.${token.slice(0, 12)}`;
const FRESH: TourState = { done: [], hidden: false, oldKeys: [], asked: false, keyAsked: false };

export const tour = createStore<TourState>((recall(sessionStorage, STORED) as TourState | null) ?? FRESH);

function keep(patch: Partial<TourState>): void {
  tour.set(patch);
  sessionStorage.setItem(STORED, JSON.stringify(tour.get()));
}

function tick(step: StepNumber): void {
  const { done } = tour.get();
  if (!done.includes(step)) keep({ done: [...done, step] });
}

export function restartTour(): void {
  keep({ ...FRESH, oldKeys: keyIds(app.get().view.board) });
}

export function hideTour(hidden: boolean): void {
  keep({ hidden });
}

/** Before the first act: what is on the board now is not the tour's doing. */
export function startTour(board: Board): void {
  if (tour.get().oldKeys.length === 0) keep({ oldKeys: keyIds(board) });
}

export function seeAct({ kind, person, label, ok }: SeenAct): void {
  const state = app.get();
  const isRequester = person === castPlayers(state.config, state.view.people).requesterId;
  if (isRequester && kind === 'click' && /^approve/i.test(label)) tick(2);
  if (!ok) return;
  if (isRequester && /send|ask|request|submit/i.test(label)) keep({ asked: true });
  if (isRequester && /make my key/i.test(label)) keep({ keyAsked: true });
  if (!isRequester && kind === 'submit' && /approve/i.test(label)) tick(3);
  seeView(state);
}

/** Looks at what is on the screen now: the bot may answer an act a moment later. */
export function seeView(state: AppState): void {
  const labels = (state.messages ?? []).flatMap((message) => buttonLabels(message.blocks));
  const { asked, keyAsked, oldKeys } = tour.get();
  if (asked && cardArrived(state, labels)) tick(1);
  if (labels.some((label) => /^make my key/i.test(label))) tick(3);
  if (keyAsked && keyIds(state.view.board).some((id) => !oldKeys.includes(id))) tick(4);
}

/** Seen by its button, or by the unread count of the channel it goes to; who cannot see that channel is believed. */
function cardArrived(state: AppState, labels: readonly string[]): boolean {
  const { approveIn } = castChannels(state);
  const channel = state.view.channels.find(({ id }) => id === approveIn);
  return channel === undefined || channel.unread > 0 || labels.some((label) => /^approve\b/i.test(label));
}

export function seeVerified(ok: boolean): void {
  if (!ok) tick(5);
}

function keyIds(board: Board): readonly string[] {
  return board.projects.flatMap((project) => project.keys.map((key) => key.id));
}
