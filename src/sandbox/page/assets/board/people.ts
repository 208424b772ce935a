import type { Board } from '../../../openai/board.ts';
import { Icon } from '../parts/icon.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import type { BoardChanges } from './changes.ts';

export function AdminKeys({ board, changes }: { readonly board: Board; readonly changes: BoardChanges }): VNode {
  return html`<ul class="keys">
    ${board.adminKeys.map(
      (key) =>
        html`<li key=${key.id} class="key ${changes.added.has(key.id) ? 'is-new' : ''}">
          <${Icon} name="shield" />
          <div class="key-words">
            <div class="key-line">
              <span class="key-name">${key.name}</span>${key.isBots && html`<span class="tag">the bot’s</span>`}
            </div>
            <code class="redacted">${key.redacted}</code>
          </div>
        </li>`,
    )}
  </ul>`;
}

export function Users({ board }: { readonly board: Board }): VNode {
  return html`<ul class="users">
    ${board.users.map(
      (user) =>
        html`<li key=${user.id}>
          <${Icon} name="user" />
          <span class="user-words"
            ><span class="key-name">${user.name}</span><span class="key-facts">${user.email}</span></span
          >
          <span class="tag">${user.role}</span>
        </li>`,
    )}
  </ul>`;
}
