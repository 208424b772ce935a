import type { SeatChannel } from '../../../slack/seat.ts';
import { Icon } from '../parts/icon.ts';
import { useApp } from '../state/app-state.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { AppPage } from './app-page.ts';
import { Composer } from './composer.ts';
import { Intro } from './intro.ts';
import { MessageList } from './message-list.ts';

/** The middle: a channel, a direct message, or the app with its tabs. */
export function Conversation(): VNode {
  const place = useApp((state) => state.place);
  const channels = useApp((state) => state.view.channels);
  if (place.kind === 'app') return html`<${AppPage} tab=${place.tab} />`;
  const channel = channels.find((candidate) => candidate.id === place.channelId);
  return channel === undefined ? html`<${NoChannel} />` : html`<${ChannelPage} channel=${channel} />`;
}

function NoChannel(): VNode {
  return html`<section class="conversation" aria-labelledby="conversation-title">
    <header class="conversation-head"><h2 id="conversation-title">No channel</h2></header>
    <p class="empty">This person can see no channel here.</p>
  </section>`;
}

function ChannelPage({ channel }: { readonly channel: SeatChannel }): VNode {
  const messages = useApp((state) => state.messages);
  const personId = useApp((state) => state.personId);
  const name = channel.kind === 'dm' ? channel.name : `#${channel.name}`;
  const icon = ({ public: 'hash', private: 'lock', dm: 'user' } as const)[channel.kind];
  const intro = html`<${Intro} icon=${icon} title=${channel.name} text=${`This is the very beginning of ${name}.`} />`;
  const composer = html`<${Composer} channelId=${channel.id} threadTs=${null} label=${`Message ${name}`} />`;
  const outside = html`<p class="not-member">This person is not a member of ${name}, and sees nothing of it.</p>`;
  return html`<section class="conversation" aria-labelledby="conversation-title">
    <header class="conversation-head">
      <h2 id="conversation-title">${channel.kind !== 'dm' && html`<${Icon} name=${icon} />`}${channel.name}</h2>
    </header>
    <${MessageList}
      listKey=${`${personId} ${channel.id}`}
      label=${`Messages in ${name}`}
      messages=${messages ?? []}
      inThread=${false}
      intro=${messages !== null && channel.isMember && intro}
    />
    ${channel.isMember ? composer : outside}
  </section>`;
}
