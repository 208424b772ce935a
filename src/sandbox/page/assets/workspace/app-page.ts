/// <reference lib="dom" />
import { Blocks } from '../blocks/blocks.ts';
import { ScopeContext, useScopeOf } from '../form/block-scope.ts';
import { Avatar } from '../parts/avatar.ts';
import type { SeatView } from '../../../slack/seat.ts';
import { botChannelId, useApp } from '../state/app-state.ts';
import { openPlace } from '../state/navigate.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { Composer } from './composer.ts';
import { Intro } from './intro.ts';
import { MessageList } from './message-list.ts';

type Tab = 'home' | 'messages';

const NAMES: Readonly<Record<Tab, string>> = { home: 'Home', messages: 'Messages' };

/** The app's own place: its Home, and what it wrote to this person alone. */
export function AppPage({ tab }: { readonly tab: Tab }): VNode {
  const bot = useApp((state) => state.view.people).find((person) => person.kind === 'bot');
  const name = bot?.realName ?? 'App';
  const dm = useApp(botChannelId);
  const unread = useApp((state) => state.view.channels).find((channel) => channel.id === dm)?.unread ?? 0;
  const tabs = (['home', 'messages'] as const).map((each) => {
    const count = each === 'messages' && unread > 0 && html`<span class="unread">${unread}</span>`;
    return html`<button
      type="button"
      role="tab"
      id=${`tab-${each}`}
      data-testid=${`${each}-tab`}
      aria-selected=${each === tab ? 'true' : 'false'}
      aria-controls="app-panel"
      tabindex=${each === tab ? 0 : -1}
      onClick=${() => openPlace({ kind: 'app', tab: each })}
    >
      ${NAMES[each]}${count}
    </button>`;
  });
  const other: Tab = tab === 'home' ? 'messages' : 'home';
  const swap = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    document.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
    void openPlace({ kind: 'app', tab: other });
  };
  return html`<section class="conversation" aria-labelledby="conversation-title">
    <header class="conversation-head has-tabs">
      <h2 id="conversation-title"><${Avatar} person=${bot} size="small" />${name}</h2>
      <div class="tabs" role="tablist" aria-label=${name} onKeyDown=${swap}>${tabs}</div>
    </header>
    <div id="app-panel" class="app-panel" role="tabpanel" aria-labelledby=${`tab-${tab}`}>
      ${tab === 'home' ? html`<${Home} name=${name} />` : html`<${Messages} name=${name} channelId=${dm} />`}
    </div>
  </section>`;
}

function Home({ name }: { readonly name: string }): VNode {
  const home = useApp((state) => state.view.home);
  if (home === null) return html`<p class="empty">${name} has not shown its Home here yet.</p>`;
  return html`<${HomeView} key=${home.id} home=${home} />`;
}

function HomeView({ home }: { readonly home: SeatView }): VNode {
  const scope = useScopeOf({ in: 'view', viewId: home.id }, home.blocks, home.errors);
  return html`<${ScopeContext.Provider} value=${scope}>
    <div class="home" data-testid="home" role="region" aria-label="Home" tabindex="0">
      <div class="home-inner"><${Blocks} blocks=${home.blocks} /></div>
    </div>
  <//>`;
}

function Messages({ name, channelId }: { readonly name: string; readonly channelId: string | null }): VNode {
  const messages = useApp((state) => state.messages);
  const personId = useApp((state) => state.personId);
  const intro = html`<${Intro} icon="mark" title=${name} text="What only you need to know arrives here." />`;
  return html`<${MessageList}
      listKey=${`${personId} app`}
      label=${`Messages with ${name}`}
      messages=${messages ?? []}
      inThread=${false}
      intro=${messages !== null && intro}
    />
    ${channelId !== null && html`<${Composer} channelId=${channelId} threadTs=${null} label=${`Message ${name}`} />`}`;
}
