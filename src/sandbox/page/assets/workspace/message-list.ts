/// <reference lib="dom" />
import type { WireMessage } from '../../wire.ts';
import { app } from '../state/app-state.ts';
import { sameDay, timeOf } from '../text/message-time.ts';
import { formatSlackDate } from '../text/slack-date.ts';
import { html, useLayoutEffect, useRef } from '../vendor/preact.js';
import type { Child, VNode } from '../vendor/preact.js';
import { Message } from './message.ts';

/** Messages of one author within five minutes stand under one name. */
const RUN_MS = 5 * 60_000;

/** So near the end a reader wants to be taken along when something new arrives. */
const NEAR_END_PX = 120;

/** The seat shows the newest 200; a list that is full begins somewhere in the middle. */
const MOST_SHOWN = 200;

interface MessageListProps {
  /** Changes with the conversation; then the list starts at its end. */
  readonly listKey: string;
  readonly label: string;
  readonly messages: readonly WireMessage[];
  readonly inThread: boolean;
  /** Stands above the first message, once the messages are there. */
  readonly intro?: Child;
}

export function MessageList({ listKey, label, messages, inThread, intro }: MessageListProps): VNode {
  const ref = useRef<HTMLElement | null>(null);
  const follow = useRef(true);
  useLayoutEffect(() => {
    follow.current = true;
  }, [listKey]);
  useLayoutEffect(() => {
    if (follow.current && ref.current !== null) ref.current.scrollTop = ref.current.scrollHeight;
  }, [messages, listKey]);
  const onScroll = () => {
    const list = ref.current;
    if (list !== null) follow.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
  };
  return html`<div
    ref=${ref}
    class="message-list"
    role="region"
    aria-label=${label}
    tabindex="0"
    data-testid=${inThread ? 'thread-messages' : 'messages'}
    onScroll=${onScroll}
  >
    <div class="message-run">
      ${messages.length < MOST_SHOWN && intro}
      ${messages.map((message, index) => {
        const before = messages[index - 1];
        return [
          !inThread &&
            startsDay(message, before) &&
            html`<${DayDivider} key=${`day-${message.ts}`} atMs=${timeOf(message.ts)} />`,
          html`<${Message}
            key=${message.ts}
            message=${message}
            continues=${continues(message, before)}
            inThread=${inThread}
          />`,
          inThread && index === 0 && messages.length > 1 && html`<${ReplyCount} count=${messages.length - 1} />`,
        ];
      })}
    </div>
  </div>`;
}

function ReplyCount({ count }: { readonly count: number }): VNode {
  return html`<div class="reply-count">${count === 1 ? '1 reply' : `${count} replies`}</div>`;
}

function startsDay(message: WireMessage, before: WireMessage | undefined): boolean {
  return before === undefined || !sameDay(timeOf(before.ts), timeOf(message.ts));
}

function continues(message: WireMessage, before: WireMessage | undefined): boolean {
  if (before === undefined || before.userId !== message.userId || before.ephemeral !== message.ephemeral) return false;
  return timeOf(message.ts) - timeOf(before.ts) < RUN_MS && !startsDay(message, before) && before.replyCount === 0;
}

function DayDivider({ atMs }: { readonly atMs: number }): VNode {
  const words = formatSlackDate(Math.floor(atMs / 1000), '{day_divider_pretty}', app.get().view.nowMs);
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return html`<div class="day" role="separator" aria-label=${words}><span>${capital}</span></div>`;
}
