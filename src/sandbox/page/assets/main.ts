/// <reference lib="dom" />
import { App } from './app.ts';
import { app } from './state/app-state.ts';
import type { Place } from './state/app-state.ts';
import { openPlace } from './state/navigate.ts';
import { refresh } from './state/refresh.ts';
import { recallSeat } from './state/session.ts';
import { showTheme } from './state/theme.ts';
import { castChannels, castPlayers } from './state/tour-cast.ts';
import { startTour } from './state/tour.ts';
import { html, render } from './vendor/preact.js';
import { api, watchChanges } from './wire/api.ts';

/** The clock on the page shows minutes; nothing else changes without an event. */
const LOOK_EVERY_MS = 30_000;

/** From this width on the organization stands beside the conversation; below it slides over. As in `tablet.css`. */
const SIDE_BY_SIDE = '(min-width: 1100px)';

/** Opens the page on the person who sat here last, or on the one who starts the tour. */
async function boot(root: Element): Promise<void> {
  const config = await api.config();
  const recalled = recallSeat();
  const known = config.people.some((person) => person.id === recalled?.personId && person.kind !== 'bot');
  const personId = known && recalled !== null ? recalled.personId : castPlayers(config, config.people).requesterId;
  const view = await api.view({ person: personId, channel: null, thread: null });
  const first = castChannels({ config, view }).askIn ?? view.channels[0]?.id ?? '';
  const place: Place = known && recalled !== null ? recalled.place : { kind: 'channel', channelId: first };
  app.set({
    config,
    view,
    personId,
    place,
    messages: null,
    thread: null,
    pane: 'conversation',
    boardOpen: matchMedia(SIDE_BY_SIDE).matches,
    controlsOpen: false,
    results: [],
    resultsOpen: false,
    failure: null,
    connected: true,
    draft: null,
    spotlight: null,
  });
  startTour(view.board);
  root.replaceChildren();
  render(html`<${App} />`, root);
  await openPlace(place);
  watchChanges(
    () => void refresh(),
    (connected) => app.set({ connected }),
  );
  setInterval(() => void refresh(), LOOK_EVERY_MS);
}

showTheme();
const root = document.querySelector('#root');
if (root !== null) {
  boot(root).catch((error: unknown) => {
    root.textContent = error instanceof Error ? error.message : String(error);
  });
}
