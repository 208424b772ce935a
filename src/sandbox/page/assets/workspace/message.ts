import type { WireMessage } from '../../wire.ts';
import { Avatar } from '../parts/avatar.ts';
import { Icon } from '../parts/icon.ts';
import { useApp } from '../state/app-state.ts';
import { openThread } from '../state/navigate.ts';
import { timeOf, timeText } from '../text/message-time.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { MessageBody } from './message-body.ts';

interface MessageProps {
  readonly message: WireMessage;
  /** True when the same author has just spoken: then face and name are not said again. */
  readonly continues: boolean;
  readonly inThread: boolean;
}

export function Message({ message, continues, inThread }: MessageProps): VNode {
  const author = useApp((state) => state.view.people).find((person) => person.id === message.userId);
  const name = author?.realName ?? message.userId;
  const time = timeText(timeOf(message.ts));
  const className = [
    'message',
    continues && 'continues',
    message.ephemeral && 'is-ephemeral',
    message.userId === author?.id && author.kind === 'bot' && 'by-app',
  ];
  return html`<article
    class=${className.filter(Boolean).join(' ')}
    data-testid=${`message-${message.ts}`}
    aria-label=${`${name}, ${time}${message.ephemeral ? ', only visible to you' : ''}`}
  >
    <div class="message-side">
      ${continues ? html`<time class="side-time">${time}</time>` : html`<${Avatar} person=${author} size="large" />`}
    </div>
    <div class="message-main">
      ${message.ephemeral && html`<div class="only-you"><${Icon} name="eye" />Only visible to you</div>`}
      ${
        !continues &&
        html`<header class="message-head">
          <span class="author">${name}</span>
          ${author?.kind === 'bot' && html`<span class="app-badge">APP</span>`}
          <time datetime=${new Date(timeOf(message.ts)).toISOString()}>${time}</time>
        </header>`
      }
      <${MessageBody} message=${message} />
      ${!inThread && message.replyCount > 0 && html`<${Replies} message=${message} />`}
    </div>
    ${
      !inThread &&
      !message.ephemeral &&
      html`<div class="message-tools">
        <button
          type="button"
          class="icon-button"
          aria-label=${`Reply in thread to ${name}, ${time}`}
          title="Reply in thread"
          onClick=${() => openThread(message.ts)}
        >
          <${Icon} name="reply" />
        </button>
      </div>`
    }
  </article>`;
}

function Replies({ message }: { readonly message: WireMessage }): VNode {
  const count = message.replyCount === 1 ? '1 reply' : `${message.replyCount} replies`;
  return html`<button
    type="button"
    class="replies"
    data-testid=${`thread-${message.ts}`}
    onClick=${() => openThread(message.ts)}
  >
    <${Icon} name="chat" /><strong>${count}</strong><span class="replies-hint">View thread</span>
  </button>`;
}
