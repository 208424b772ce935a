import { Icon } from '../parts/icon.ts';
import type { IconName } from '../parts/icon.ts';
import { useApp } from '../state/app-state.ts';
import type { Pane } from '../state/app-state.ts';
import { showPane } from '../state/navigate.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

const PANES: readonly { readonly pane: Pane; readonly icon: IconName; readonly name: string }[] = [
  { pane: 'workspace', icon: 'list', name: 'Workspace' },
  { pane: 'conversation', icon: 'chat', name: 'Conversation' },
  { pane: 'organization', icon: 'building', name: 'Organization' },
];

/** On a phone one pane shows at a time; this bar at the thumb changes it. */
export function PaneTabs(): VNode {
  const current = useApp((state) => state.pane);
  const unread = useApp((state) => state.view.channels).reduce((sum, channel) => sum + channel.unread, 0);
  return html`<nav class="pane-tabs" aria-label="Panes">
    ${PANES.map(
      ({ pane, icon, name }) =>
        html`<button
          key=${pane}
          type="button"
          data-testid=${`pane-${pane}`}
          aria-current=${pane === current ? 'true' : undefined}
          onClick=${() => showPane(pane)}
        >
          <${Icon} name=${icon} />${name}
          ${pane === 'workspace' && unread > 0 && html`<span class="unread"><span class="unseen">unread: </span>${unread}</span>`}
        </button>`,
    )}
  </nav>`;
}
