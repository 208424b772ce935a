import type { Board } from '../../../openai/board.ts';
import { relative } from '../text/slack-date.ts';
import { timeText } from '../text/message-time.ts';
import { html, useState } from '../vendor/preact.js';
import type { Child, VNode } from '../vendor/preact.js';
import type { BoardChanges } from './changes.ts';

/** The latest few tell what just happened; the rest is one press away. */
const SHOWN = 6;

interface AuditLogProps {
  readonly board: Board;
  readonly changes: BoardChanges;
  readonly nowMs: number;
}

export function AuditLog({ board, changes, nowMs }: AuditLogProps): VNode {
  const lines = board.auditLog.map(
    (event) =>
      html`<li
        key=${event.id}
        class="event ${changes.added.has(event.id) ? 'is-new' : ''}"
        data-testid=${`board-event-${event.id}`}
      >
        <div class="event-line"><code>${event.type}</code><time>${when(event.atMs, nowMs)}</time></div>
        <div class="event-facts">${event.subject} · by ${event.actor}</div>
      </li>`,
  );
  return html`<${Lines} lines=${lines} empty="No events yet." />`;
}

export function Calls({ board, nowMs }: { readonly board: Board; readonly nowMs: number }): VNode {
  const lines = board.calls.map((call, index) => {
    const tone = call.status < 300 ? 'good' : call.status < 500 ? 'odd' : 'bad';
    // Calls have no id; from the end, a call keeps its number while newer ones come before it.
    return html`<li key=${`${call.atMs} ${board.calls.length - index}`} class="call">
      <span class="method method-${call.method.toLowerCase()}">${call.method}</span>
      <code class="path" title=${call.path}>${call.path}</code>
      <span class="status status-${tone}">${call.status}</span>
      <time>${when(call.atMs, nowMs)}</time>
    </li>`;
  });
  return html`<${Lines} lines=${lines} empty="Nothing has been sent yet." />`;
}

function when(atMs: number, nowMs: number): string {
  return nowMs - atMs < 86_400_000 ? timeText(atMs) : relative(atMs, nowMs);
}

function Lines({ lines, empty }: { readonly lines: readonly Child[]; readonly empty: string }): VNode {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return html`<p class="board-empty">${empty}</p>`;
  return html`<ul class="lines">
      ${all ? lines : lines.slice(0, SHOWN)}
    </ul>
    ${
      lines.length > SHOWN &&
      html`<button type="button" class="quiet-button" onClick=${() => setAll(!all)}>
        ${all ? 'Show fewer' : `Show all ${lines.length}`}
      </button>`
    }`;
}
