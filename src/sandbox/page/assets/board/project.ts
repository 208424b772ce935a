/// <reference lib="dom" />
import type { BoardKey, BoardProject } from '../../../openai/board.ts';
import { Icon } from '../parts/icon.ts';
import { relative } from '../text/slack-date.ts';
import { html, useEffect, useRef, useState } from '../vendor/preact.js';
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
  const ref = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (mark !== null) ref.current?.scrollIntoView({ block: 'center' });
  }, [mark]);
  const { title, rest } = nameKey(item);
  const used = item.lastUsedAtMs === null ? 'never used' : `used ${relative(item.lastUsedAtMs, nowMs)}`;
  return html`<li
    ref=${ref}
    class="key ${mark === null ? '' : `is-${mark}`}"
    data-testid=${`board-key-${item.id}`}
    title=${`Created ${relative(item.createdAtMs, nowMs)}`}
  >
    <${Icon} name="key" />
    <div class="key-words">
      <div class="key-line">
        <span class="key-name">${title}</span>
        ${mark !== null && html`<span class="mark-label">${MARKS[mark]}</span>`}
        <code class="redacted">${item.redacted}</code>
      </div>
      <div class="key-facts">${rest} · ${used}${endText(item.expiresAtMs, nowMs)}</div>
    </div>
  </li>`;
}

function endText(expiresAtMs: number | null, nowMs: number): string {
  if (expiresAtMs === null) return '';
  return ` · ${expiresAtMs < nowMs ? 'expired' : 'expires'} ${relative(expiresAtMs, nowMs)}`;
}

/** Keys of service accounts are mostly called “Secret Key”; there the account's name tells them apart. */
function nameKey({ name, owner }: BoardKey): { readonly title: string; readonly rest: string } {
  const account = /^service account:(.+)$/.exec(owner)?.[1];
  if (account === undefined) return { title: name, rest: owner.replace(':', ' ') };
  return { title: account, rest: name === account ? 'service account' : `service account, ${name}` };
}
