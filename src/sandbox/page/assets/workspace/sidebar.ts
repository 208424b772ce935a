/// <reference lib="dom" />
import type { SeatChannel } from '../../../slack/seat.ts';
import { Avatar } from '../parts/avatar.ts';
import { Icon } from '../parts/icon.ts';
import { walkList } from '../parts/walk-list.ts';
import { botChannelId, useApp } from '../state/app-state.ts';
import { openPlace } from '../state/navigate.ts';
import { html } from '../vendor/preact.js';
import type { Child, VNode } from '../vendor/preact.js';
import { PersonSwitch } from './person-switch.ts';
import { ShortcutMenu } from './shortcut-menu.ts';

export function Sidebar(): VNode {
  const name = useApp((state) => state.config.workspaceName);
  return html`<nav class="sidebar" aria-label="Workspace">
    <div class="sidebar-head">
      <h2 class="workspace-name">${name}</h2>
      <${ShortcutMenu} />
    </div>
    <${PersonSwitch} />
    <div class="sidebar-lists" onKeyDown=${(event: KeyboardEvent) => walkList(event, '.place')}><${Places} /></div>
  </nav>`;
}

function Places(): VNode {
  const channels = useApp((state) => state.view.channels);
  const place = useApp((state) => state.place);
  const bot = useApp((state) => state.view.people).find((person) => person.kind === 'bot');
  const botDm = useApp(botChannelId);
  const rooms = channels.filter(({ kind }) => kind !== 'dm');
  const directs = channels.filter(({ kind }) => kind === 'dm');
  const atHome = place.kind === 'app' && place.tab === 'home';
  return html`<${Group} title="Apps">
      <${Entry}
        testId="app-home"
        current=${atHome}
        unread=${0}
        note="Home"
        open=${() => openPlace({ kind: 'app', tab: 'home' })}
      >
        <${Avatar} person=${bot} size="small" /><span class="place-name">${bot?.realName ?? 'App'}</span
        ><span class="app-badge">APP</span>
      <//>
    <//>
    <${Group} title="Channels">${rooms.map((channel) => html`<${Room} key=${channel.id} channel=${channel} />`)}<//>
    <${Group} title="Direct messages">
      ${directs.map((channel) => html`<${Direct} key=${channel.id} channel=${channel} isApp=${channel.id === botDm} />`)}
      ${directs.length === 0 && html`<p class="sidebar-empty">None yet. ${bot?.realName ?? 'The app'} writes first.</p>`}
    <//>`;
}

function Group({ title, children }: { readonly title: string; readonly children?: Child }): VNode {
  const id = `group-${title.toLowerCase().replaceAll(' ', '-')}`;
  return html`<section class="place-group" aria-labelledby=${id}>
    <h3 id=${id}>${title}</h3>
    <div class="place-list">${children}</div>
  </section>`;
}

function Room({ channel }: { readonly channel: SeatChannel }): VNode {
  const place = useApp((state) => state.place);
  const current = place.kind === 'channel' && place.channelId === channel.id;
  const kind = channel.kind === 'private' ? 'private channel' : 'channel';
  const note = channel.isMember ? kind : `${kind}, not a member`;
  return html`<${Entry}
    testId=${`channel-${channel.id}`}
    current=${current}
    unread=${channel.unread}
    note=${note}
    faint=${!channel.isMember}
    open=${() => openPlace({ kind: 'channel', channelId: channel.id })}
  >
    <${Icon} name=${channel.kind === 'private' ? 'lock' : 'hash'} /><span class="place-name">${channel.name}</span>
  <//>`;
}

function Direct({ channel, isApp }: { readonly channel: SeatChannel; readonly isApp: boolean }): VNode {
  const place = useApp((state) => state.place);
  const people = useApp((state) => state.view.people);
  const other = people.find((person) =>
    isApp ? person.kind === 'bot' : [person.name, person.realName].includes(channel.name),
  );
  const current = isApp
    ? place.kind === 'app' && place.tab === 'messages'
    : place.kind === 'channel' && place.channelId === channel.id;
  const open = () => openPlace(isApp ? { kind: 'app', tab: 'messages' } : { kind: 'channel', channelId: channel.id });
  const name = other?.realName ?? channel.name;
  return html`<${Entry}
    testId=${`channel-${channel.id}`}
    current=${current}
    unread=${channel.unread}
    note="direct message"
    open=${open}
  >
    <${Avatar} person=${other} size="small" /><span class="place-name">${name}</span>
  <//>`;
}

interface EntryProps {
  readonly testId: string;
  readonly current: boolean;
  readonly unread: number;
  /** Said after the name, never shown. */
  readonly note: string;
  readonly faint?: boolean;
  readonly open: () => void;
  readonly children?: Child;
}

function Entry({ testId, current, unread, note, faint = false, open, children }: EntryProps): VNode {
  return html`<button
    type="button"
    class="place ${current ? 'is-current' : ''} ${unread > 0 ? 'is-unread' : ''} ${faint ? 'is-faint' : ''}"
    data-testid=${testId}
    aria-current=${current ? 'page' : undefined}
    onClick=${open}
  >
    ${children}<span class="unseen">, ${note}</span>
    ${unread > 0 && html`<span class="unread">${unread}<span class="unseen"> unread</span></span>`}
  </button>`;
}
