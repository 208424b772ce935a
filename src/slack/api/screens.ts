import type { ModalView } from '@slack/types';
import type { Log } from '#workflow/ports/log.ts';
import { sendProblems } from '../blocks/limits.ts';
import type { SlackAnswer } from './call-slack.ts';
import type { Clients } from './clients.ts';
import { isRecord } from './record.ts';

/** One modal on one person's screen, which is filled again and again while the work goes on. */
export interface Screen {
  /** Puts this view in the place of what stands there. False when Slack did not take it, for instance because it was closed. */
  show(view: ModalView): Promise<boolean>;
  /** Shows a secret. By a client that cannot log, and the only send that may hold a key. */
  reveal(view: ModalView): Promise<boolean>;
}

export interface Screens {
  /** Opens a modal at once: a trigger dies 3 s after the click. On top of the modal that was clicked in, if one was. Null if too late. */
  open(triggerId: string, view: ModalView, over: 'nothing' | 'modal'): Promise<Screen | null>;
  /** A modal that stands already. */
  existing(viewId: string): Screen;
}

export function createScreens(clients: Clients, log: Log): Screens {
  const isSendable = (view: ModalView): boolean => {
    const problems = sendProblems('modal', view);
    if (problems.length > 0)
      log.error({ problems, view: view.callback_id ?? '' }, 'A modal was not sent because Slack would refuse it');
    return problems.length === 0;
  };
  const told = (answer: SlackAnswer, view: ModalView): boolean => {
    if (!answer.ok) log.warn({ error: answer.error, view: view.callback_id ?? '' }, 'Slack did not take a modal');
    return answer.ok;
  };
  const existing = (viewId: string): Screen => ({
    show: async (view) =>
      isSendable(view) && told(await clients.interactive('views.update', { view_id: viewId, view }), view),
    reveal: async (view) => (await clients.reveal('views.update', { view_id: viewId, view })).ok,
  });
  return {
    existing,
    async open(triggerId, view, over) {
      if (!isSendable(view)) return null;
      const answer = await clients.interactive(over === 'modal' ? 'views.push' : 'views.open', {
        trigger_id: triggerId,
        view,
      });
      if (!told(answer, view) || !answer.ok) return null;
      const opened = answer.data['view'];
      return isRecord(opened) && typeof opened['id'] === 'string' ? existing(opened['id']) : null;
    },
  };
}
