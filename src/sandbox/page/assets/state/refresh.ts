import type { PageView } from '../../wire.ts';
import { api } from '../wire/api.ts';
import type { Look } from '../wire/api.ts';
import { app, openChannelId } from './app-state.ts';
import type { AppState } from './app-state.ts';
import { tellNewMessages } from './tell-new-messages.ts';
import { seeView } from './tour.ts';

let running: Promise<void> | null = null;
let again = false;

/** Reads what the person sees. Calls that come meanwhile lead to one more read after this one, not to one each. */
export function refresh(): Promise<void> {
  if (running !== null) {
    again = true;
    return running;
  }
  running = readUntilQuiet().finally(() => {
    running = null;
  });
  return running;
}

async function readUntilQuiet(): Promise<void> {
  do {
    again = false;
    const look = lookOf(app.get());
    try {
      take(look, await api.view(look));
    } catch (error) {
      app.set({ failure: error instanceof Error ? error.message : String(error) });
    }
  } while (again);
}

function lookOf(state: AppState): Look {
  const home = state.place.kind === 'app' && state.place.tab === 'home';
  // The Home tab must not read the messages: that would mark them as seen.
  return { person: state.personId, channel: home ? null : openChannelId(state), thread: state.thread?.ts ?? null };
}

function take(look: Look, view: PageView): void {
  const before = app.get();
  if (before.personId !== look.person) {
    again = true;
    return;
  }
  const thread =
    before.thread?.ts === look.thread && before.thread !== null
      ? { ...before.thread, messages: view.thread }
      : before.thread;
  app.set({ view, thread });
  const wanted = lookOf(app.get());
  if (wanted.channel !== look.channel || wanted.thread !== look.thread) {
    again = true;
    return;
  }
  tellNewMessages(before.messages, view);
  app.set({ messages: view.messages });
  seeView(app.get());
}
