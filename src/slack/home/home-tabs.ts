import type { HomeView } from '@slack/types';
import { type DeskWish, overview } from '#approvals/desk-wish.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Caller, UseCases } from '#workflow/use-cases.ts';
import type { CallSlack } from '../api/call-slack.ts';
import { sendProblems } from '../blocks/limits.ts';
import { outcomeSaying } from '../views/saying.ts';
import { drawHome, home, type HomeOptions } from './draw-home.ts';

/** The Home tabs of everybody who has looked at theirs. */
export interface HomeTabs {
  /** Somebody opened it. `hash` is of what stands there now, so that a newer Home is not overwritten by an older one. */
  opened(caller: Caller, hash: string | null): Promise<void>;
  /** They want to see another part of it. */
  turn(caller: Caller, wish: DeskWish): Promise<void>;
  /** Something this person did may have changed it. */
  refresh(caller: Caller): Promise<void>;
}

/** People whose Home is kept fresh; whoever falls out of the list gets a fresh one when they open it. */
const maxWatched = 2000;

export interface HomeTabsOptions extends HomeOptions {
  readonly useCases: () => UseCases;
  readonly call: CallSlack;
  readonly log: Log;
}

/** How somebody's Home is to be drawn. */
interface Turn {
  readonly caller: Caller;
  readonly wish: DeskWish;
  readonly hash: string | null;
  /** Something else that they did may have changed it. */
  readonly isRefresh: boolean;
}

async function draw(options: HomeTabsOptions, { caller, wish, isRefresh }: Turn): Promise<HomeView> {
  const desk = await options.useCases().desk({ caller, wish, isRefresh });
  return desk.kind === 'desk' ? drawHome(options, desk) : home(outcomeSaying(options.pointers, desk).blocks);
}

async function publish(options: HomeTabsOptions, turn: Turn): Promise<void> {
  const { caller, hash } = turn;
  const view = await draw(options, turn);
  const problems = sendProblems('home', view);
  if (problems.length > 0) {
    options.log.error({ problems }, 'A Home tab was not sent because Slack would refuse it');
    return;
  }
  const answer = await options.call('views.publish', {
    user_id: caller.slackId,
    view,
    ...(hash === null ? {} : { hash }),
  });
  // A conflict means that a newer Home stands there already, which is what everybody wants.
  if (!answer.ok && answer.error !== 'hash_conflict') {
    options.log.warn({ error: answer.error }, 'Slack did not take a Home tab');
  }
}

/** One publication a person at a time; whatever happens meanwhile is covered by the next one. */
function createPublisher(options: HomeTabsOptions, wishOf: (caller: Caller) => DeskWish) {
  const running = new Map<string, { again: boolean }>();
  return async ({ caller, hash, isRefresh }: Omit<Turn, 'wish'>): Promise<void> => {
    const busy = running.get(caller.slackId);
    if (busy !== undefined) {
      busy.again = true;
      return;
    }
    const state = { again: false };
    running.set(caller.slackId, state);
    try {
      await publish(options, { caller, wish: wishOf(caller), hash, isRefresh });
      // Each turn is owed to something the person did meanwhile, so it ends when they stop.
      while (state.again) {
        state.again = false;
        await publish(options, { caller, wish: wishOf(caller), hash: null, isRefresh: true });
      }
    } finally {
      running.delete(caller.slackId);
    }
  };
}

export function createHomeTabs(options: HomeTabsOptions): HomeTabs {
  // What each of them looks at; a new start shows the overview again, which loses nobody anything.
  const watched = new Map<string, DeskWish>();
  const publishSoon = createPublisher(options, ({ slackId }) => watched.get(slackId) ?? overview);
  const watch = ({ slackId }: Caller, wish: DeskWish): void => {
    watched.delete(slackId);
    watched.set(slackId, wish);
    const [oldest] = watched.keys();
    if (watched.size > maxWatched && oldest !== undefined) watched.delete(oldest);
  };
  return {
    async opened(caller, hash) {
      watch(caller, watched.get(caller.slackId) ?? overview);
      await publishSoon({ caller, hash, isRefresh: false });
    },
    async turn(caller, wish) {
      watch(caller, wish);
      await publishSoon({ caller, hash: null, isRefresh: false });
    },
    async refresh(caller) {
      if (watched.has(caller.slackId)) await publishSoon({ caller, hash: null, isRefresh: true });
    },
  };
}
