import type { BoardKey, BoardProject } from '../../../openai/board.ts';
import { Icon } from '../parts/icon.ts';
import { relative } from '../text/slack-date.ts';
import { html, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import type { BoardChanges } from './changes.ts';

/** As many as fit beside the other projects; the newest come first, so a fresh key is among them. */
const SHOWN_KEYS = 4;

interface ProjectProps {
  readonly project: BoardProject;
  readonly changes: BoardChanges;
  readonly nowMs: number;
}

export function Project({ project, changes, nowMs }: ProjectProps): VNode {
  const [all, setAll] = useState(false);
  const gone = changes.gone.filter((key) => key.projectId === project.id);
  const keys = [...project.keys, ...gone].sort((left, right) => right.createdAtMs - left.createdAtMs);
  const shown = keys.filter(
    (key, index) => all || index < SHOWN_KEYS || changes.added.has(key.id) || gone.some(({ id }) => id === key.id),
  );
  const hidden = keys.length - shown.length;
  const markOf = (key: BoardKey) =>
    gone.some(({ id }) => id === key.id) ? 'gone' : changes.added.has(key.id) ? 'new' : null;
  return html`<section class="project ${project.archived ? 'is-archived' : ''}" aria-label=${`Project ${project.name}`}>
    <header class="project-head">
      <h4>${project.name}</h4>
      ${project.archived && html`<span class="tag">archived</span>`}
      <span class="project-count">${project.keys.length === 1 ? '1 key' : `${project.keys.length} keys`}</span>
    </header>
    ${keys.length === 0 && html`<p class="board-empty">No keys.</p>`}
    <ul class="keys">
      ${shown.map((key) => html`<${Key} key=${key.id} item=${key} mark=${markOf(key)} nowMs=${nowMs} />`)}
    </ul>
    ${
      (hidden > 0 || all) &&
      keys.length > SHOWN_KEYS &&
      html`<button type="button" class="quiet-button" onClick=${() => setAll(!all)}>
        ${all ? 'Show fewer' : `Show ${hidden} more`}
      </button>`
    }
  </section>`;
}

interface KeyProps {
  readonly item: BoardKey;
  readonly mark: 'new' | 'gone' | null;
  readonly nowMs: number;
}

const MARKS = { new: 'New', gone: 'Removed' } as const;

function Key({ item, mark, nowMs }: KeyProps): VNode {
  const used = item.lastUsedAtMs === null ? 'never used' : `used ${relative(item.lastUsedAtMs, nowMs)}`;
  const expires = item.expiresAtMs === null ? '' : ` · expires ${relative(item.expiresAtMs, nowMs)}`;
  return html`<li class="key ${mark === null ? '' : `is-${mark}`}" data-testid=${`board-key-${item.id}`}>
    <${Icon} name="key" />
    <div class="key-words">
      <div class="key-line">
        <span class="key-name">${item.name}</span>
        ${mark !== null && html`<span class="mark-label">${MARKS[mark]}</span>`}
      </div>
      <code class="redacted">${item.redacted}</code>
      <div class="key-facts">
        ${item.owner.replace(':', ' ')}<br />created ${relative(item.createdAtMs, nowMs)} · ${used}${expires}
      </div>
    </div>
  </li>`;
}
