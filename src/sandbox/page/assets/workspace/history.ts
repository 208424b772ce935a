/// <reference lib="dom" />
import { recall } from '../state/session.ts';

/** As many as a shell user remembers. */
const MOST = 50;

const key = (personId: string) => `countersign.history.${personId}`;

/** What this person sent in this tab, oldest first. */
export function readHistory(personId: string): readonly string[] {
  return (recall(sessionStorage, key(personId)) as readonly string[] | null) ?? [];
}

export function addToHistory(personId: string, text: string): void {
  const kept = readHistory(personId).filter((line) => line !== text);
  sessionStorage.setItem(key(personId), JSON.stringify([...kept, text].slice(-MOST)));
}
