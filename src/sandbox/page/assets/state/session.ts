/// <reference lib="dom" />
import { app } from './app-state.ts';
import type { Place } from './app-state.ts';

/** Kept by the tab, so that two tabs can be two people and a reload changes neither. */
const SEAT = 'countersign.seat';

interface Seated {
  readonly personId: string;
  readonly place: Place;
}

export function keepSeat(): void {
  const { personId, place } = app.get();
  sessionStorage.setItem(SEAT, JSON.stringify({ personId, place } satisfies Seated));
}

export function recallSeat(): Seated | null {
  return recall(sessionStorage, SEAT) as Seated | null;
}

/** What was stored may be of an older page or anything else; then it is forgotten. */
export function recall(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    storage.removeItem(key);
    return null;
  }
}
