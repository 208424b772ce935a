import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { createStore, useSelected } from '../state/store.ts';

const spoken = createStore({ text: '', turn: 0 });

/** Says something to a screen reader without moving the focus. */
export function announce(text: string): void {
  spoken.set({ text, turn: spoken.get().turn + 1 });
}

export function Announcer(): VNode {
  const text = useSelected(spoken, (value) => value.text);
  const turn = useSelected(spoken, (value) => value.turn);
  // A live region says a text twice only if the element changes, hence the key.
  return html`<div class="unseen" aria-live="polite" data-testid="announcer"><p key=${turn}>${text}</p></div>`;
}
