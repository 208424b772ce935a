/// <reference lib="dom" />
import { Icon } from '../parts/icon.ts';
import { openChannelId, useApp } from '../state/app-state.ts';
import { closeThread } from '../state/navigate.ts';
import { html, useEffect, useRef } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { Composer } from './composer.ts';
import { MessageList } from './message-list.ts';

export function ThreadPane(): VNode | null {
  const thread = useApp((state) => state.thread);
  return thread === null ? null : html`<${OpenThread} key=${thread.ts} ts=${thread.ts} />`;
}

function OpenThread({ ts }: { readonly ts: string }): VNode {
  const thread = useApp((state) => state.thread);
  const channelId = useApp(openChannelId);
  const parent = useApp((state) => state.messages)?.find((message) => message.ts === ts);
  const heading = useRef<HTMLElement | null>(null);
  useEffect(() => heading.current?.focus(), []);
  const replies = thread?.messages ?? [];
  const messages = parent === undefined || replies.some((reply) => reply.ts === ts) ? replies : [parent, ...replies];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) closeThread();
  };
  return html`<aside class="thread" aria-labelledby="thread-title" data-testid="thread" onKeyDown=${onKeyDown}>
    <header class="conversation-head">
      <h2 id="thread-title" ref=${heading} tabindex="-1">Thread</h2>
      <button
        type="button"
        class="icon-button"
        aria-label="Close thread"
        data-testid="thread-close"
        onClick=${closeThread}
      >
        <${Icon} name="close" />
      </button>
    </header>
    <${MessageList} listKey=${ts} label="Thread" messages=${messages} inThread=${true} />
    ${channelId !== null && html`<${Composer} channelId=${channelId} threadTs=${ts} label="Reply…" />`}
  </aside>`;
}
