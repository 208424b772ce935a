/// <reference lib="dom" />
import { Avatar } from '../parts/avatar.ts';
import { useApp } from '../state/app-state.ts';
import { showPane } from '../state/navigate.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

/** Where the sidebar does not show (a phone), one must still see who one is, and get to the others. */
export function PersonChip(): VNode {
  const personId = useApp((state) => state.personId);
  const me = useApp((state) => state.view.people).find((person) => person.id === personId);
  const name = me?.realName ?? 'nobody';
  const change = () => {
    showPane('workspace');
    setTimeout(() => document.querySelector<HTMLElement>('[data-testid="person-switch"]')?.focus());
  };
  return html`<button type="button" class="person-chip" onClick=${change}>
    <${Avatar} person=${me} size="small" />
    <span class="unseen">You are: </span>${name.split(' ', 1)[0]}<span class="unseen">. Change person</span>
  </button>`;
}
