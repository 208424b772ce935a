import { Icon } from '../parts/icon.ts';
import { app, useApp } from '../state/app-state.ts';
import { html } from '../vendor/preact.js';
import type { Child, VNode } from '../vendor/preact.js';
import { AuditLog, Calls } from './activity.ts';
import { useBoardChanges } from './changes.ts';
import { AdminKeys, Users } from './people.ts';
import { Project } from './project.ts';

/** The emulated organization as it really is: what the workspace talks about, seen happen. */
export function BoardPane(): VNode {
  const board = useApp((state) => state.view.board);
  const nowMs = useApp((state) => state.view.nowMs);
  const changes = useBoardChanges(board);
  const keys = board.projects.reduce((sum, project) => sum + project.keys.length, 0);
  const close = () => app.set({ boardOpen: false, pane: 'conversation' });
  return html`<aside class="board" id="board" aria-labelledby="board-title" data-testid="board">
    <header class="board-head">
      <div>
        <h2 id="board-title">OpenAI organization</h2>
        <p class="board-org">${board.organization.name} <code>${board.organization.id}</code></p>
      </div>
      <button type="button" class="icon-button" aria-label="Hide the organization" onClick=${close}>
        <${Icon} name="close" />
      </button>
    </header>
    <div class="board-body" role="region" aria-label="OpenAI organization, live" tabindex="0">
      <${Part} title="Projects and keys" count=${keys} open=${true}>
        ${board.projects.map((project) => html`<${Project} key=${project.id} project=${project} changes=${changes} nowMs=${nowMs} />`)}
      <//>
      <${Part} title="OpenAI’s audit log" count=${board.auditLog.length} open=${true}
        ><${AuditLog} board=${board} changes=${changes} nowMs=${nowMs}
      /><//>
      <${Part} title="Calls received" count=${board.calls.length} open=${true}
        ><${Calls} board=${board} nowMs=${nowMs}
      /><//>
      <${Part} title="Admin keys" count=${board.adminKeys.length} open=${false}
        ><${AdminKeys} board=${board} changes=${changes}
      /><//>
      <${Part} title="Users" count=${board.users.length} open=${false}><${Users} board=${board} /><//>
    </div>
  </aside>`;
}

interface PartProps {
  readonly title: string;
  readonly count: number;
  readonly open: boolean;
  readonly children?: Child;
}

function Part({ title, count, open, children }: PartProps): VNode {
  return html`<details class="part" open=${open}>
    <summary>
      <h3>${title}</h3>
      <span class="count">${count}</span><${Icon} name="right" />
    </summary>
    <div class="part-body">${children}</div>
  </details>`;
}
