import { openPlace } from '../state/navigate.ts';
import { app, useApp } from '../state/app-state.ts';
import { formatSlackDate } from '../text/slack-date.ts';
import type { Inline } from '../text/inline.ts';
import { html } from '../vendor/preact.js';
import type { Child, VNode } from '../vendor/preact.js';

/** Draws a run of text. Each leaf is a text node or an attribute that the parser has checked: nothing here is HTML. */
export function InlineView({ inlines }: { readonly inlines: readonly Inline[] }): VNode {
  return html`${inlines.map((inline, index) => (inline.kind === 'date' ? drawDate(inline, index === 0) : drawInline(inline)))}`;
}

function drawInline(inline: Inline): Child {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'bold':
      return html`<strong>${inline.children.map(drawInline)}</strong>`;
    case 'italic':
      return html`<em>${inline.children.map(drawInline)}</em>`;
    case 'strike':
      return html`<s>${inline.children.map(drawInline)}</s>`;
    case 'code':
      return html`<code
        >${inline.children.map((child) => (child.kind === 'text' ? breakable(child.text) : drawInline(child)))}</code
      >`;
    case 'link':
      return inline.href === null
        ? inline.label.map(drawInline)
        : html`<a href=${inline.href} target="_blank" rel="noreferrer noopener">${inline.label.map(drawInline)}</a>`;
    case 'user':
      return html`<${UserMention} id=${inline.id} label=${inline.label} />`;
    case 'channel':
      return html`<${ChannelMention} id=${inline.id} label=${inline.label} />`;
    case 'usergroup':
      return html`<${GroupMention} id=${inline.id} label=${inline.label} />`;
    case 'broadcast':
      return html`<span class="mention mention-me">@${inline.range}</span>`;
    case 'date':
      return drawDate(inline, false);
    case 'emoji':
      return html`<span class="emoji" role="img" aria-label=${inline.name.replaceAll('_', ' ')}
        >${inline.character ?? `:${inline.name}:`}</span
      >`;
    case 'color':
      return html`<code><span class="swatch" style=${{ backgroundColor: inline.value }}></span>${inline.value}</code>`;
    case 'break':
      return html`<br />`;
  }
}

/** A path or an address is broken after a slash, as by hand, before it is broken in the middle of a word. */
function breakable(text: string): readonly Child[] {
  return text.split(/(?<=\/)/).flatMap((part, index) => (index === 0 ? [part] : [html`<wbr />`, part]));
}

interface MentionProps {
  readonly id: string;
  readonly label: string | null;
}

function UserMention({ id, label }: MentionProps): VNode {
  const person = useApp((state) => state.view.people).find((candidate) => candidate.id === id);
  const me = useApp((state) => state.personId) === id;
  return html`<span class=${me ? 'mention mention-me' : 'mention'}>@${person?.realName ?? label ?? id}</span>`;
}

function ChannelMention({ id, label }: MentionProps): VNode {
  const channel = useApp((state) => state.view.channels).find((candidate) => candidate.id === id);
  if (channel === undefined)
    return html`<span class="mention">${label === null ? 'a private channel' : `#${label}`}</span>`;
  return html`<button
    type="button"
    class="mention mention-channel"
    onClick=${() => openPlace({ kind: 'channel', channelId: id })}
  >
    #${channel.name}
  </button>`;
}

function GroupMention({ id, label }: MentionProps): VNode {
  const handle = useApp((state) => state.config).userGroups[id];
  return html`<span class="mention">@${handle ?? label ?? id}</span>`;
}

function drawDate(date: Extract<Inline, { kind: 'date' }>, startsText: boolean): VNode {
  const inText = formatSlackDate(date.seconds, date.format, app.get().view.nowMs);
  const words = startsText ? inText.charAt(0).toUpperCase() + inText.slice(1) : inText;
  const exact = new Date(date.seconds * 1000);
  const time = html`<time datetime=${exact.toISOString()} title=${exact.toLocaleString('en-US')}>${words}</time>`;
  return date.href === null ? time : html`<a href=${date.href} target="_blank" rel="noreferrer noopener">${time}</a>`;
}
