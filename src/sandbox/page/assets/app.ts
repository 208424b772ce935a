/// <reference lib="dom" />
import { BoardPane } from './board/board.ts';
import { Announcer } from './parts/announcer.ts';
import { Icon } from './parts/icon.ts';
import { walkRegions } from './parts/walk-regions.ts';
import { app, useApp } from './state/app-state.ts';
import { Results } from './top/results.ts';
import { TopBar } from './top/top-bar.ts';
import { TourCard } from './tour/tour-card.ts';
import { html, useEffect } from './vendor/preact.js';
import type { VNode } from './vendor/preact.js';
import { Conversation } from './workspace/conversation.ts';
import { Modal } from './workspace/modal.ts';
import { PaneTabs } from './workspace/pane-tabs.ts';
import { Sidebar } from './workspace/sidebar.ts';
import { ThreadPane } from './workspace/thread-pane.ts';

export function App(): VNode {
  const pane = useApp((state) => state.pane);
  const boardOpen = useApp((state) => state.boardOpen);
  const thread = useApp((state) => state.thread);
  const spotlight = useApp((state) => state.spotlight);
  useEffect(() => {
    document.addEventListener('keydown', walkRegions);
    return () => document.removeEventListener('keydown', walkRegions);
  }, []);
  return html`<div
    class="app"
    data-pane=${pane}
    data-board=${boardOpen ? 'open' : 'closed'}
    data-thread=${thread === null ? 'closed' : 'open'}
    data-spotlight=${spotlight ?? 'none'}
  >
    <a class="skip" href="#main">Skip to the conversation</a>
    <${TopBar} />
    <${Sidebar} />
    <main class="main" id="main" tabindex="-1" aria-label="Conversation">
      <${Trouble} /><${Conversation} /><${ThreadPane} />
    </main>
    <div class="side"><${TourCard} /><${BoardPane} /></div>
    <${PaneTabs} />
    <${Results} /><${Modal} /><${Announcer} />
  </div>`;
}

/** One line above the conversation while something does not work. */
function Trouble(): VNode | null {
  const failure = useApp((state) => state.failure);
  const connected = useApp((state) => state.connected);
  const modal = useApp((state) => state.view.modal);
  const text = connected ? failure : 'The sandbox does not answer. This page reconnects by itself.';
  if (text === null || (modal !== null && connected)) return null;
  return html`<div class="banner" role="alert" data-testid="failure">
    <${Icon} name="warning" /><span>${text}</span>
    ${connected && html`<button type="button" class="icon-button" aria-label="Dismiss" onClick=${() => app.set({ failure: null })}><${Icon} name="close" /></button>`}
  </div>`;
}
