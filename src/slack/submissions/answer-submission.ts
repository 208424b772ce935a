import type { ModalView } from '@slack/types';
import { sendProblems } from '../blocks/limits.ts';
import type { SubmissionDelivery } from '../delivery.ts';
import type { SubmissionAck } from '../handler.ts';
import type { Kit } from '../kit.ts';
import { checkingView } from '../views/checking.ts';
import { asModal, sentence } from '../views/saying.ts';

const stumbled = asModal(
  sentence('Something went wrong on our side. Look at the request before you try again.', 'Not done'),
);

/** What takes the modal's place; or, where the person can do better at once, what is wrong with which field, and the modal stays. */
export interface Answer {
  readonly view: ModalView;
  readonly errors?: Readonly<Record<string, string>>;
}

/**
 * Answers a submitted modal with what its work comes to. Within the budget the acknowledgement itself carries the result, so that
 * nothing is said before it is so; beyond it, "checking" is said, and the modal is filled when the work has been committed.
 */
export async function answerSubmission(
  kit: Kit,
  at: { delivery: SubmissionDelivery; ack: SubmissionAck },
  work: Promise<ModalView | Answer>,
): Promise<void> {
  const checked = sendable(kit);
  const said = work.then((answer): Answer => ('view' in answer ? answer : { view: answer }));
  const safe = said.then(
    ({ view, errors }): Answer => ({ view: checked(view), ...(errors === undefined ? {} : { errors }) }),
    (error: unknown): Answer => {
      kit.log.error(
        { error: error instanceof Error ? error.message : 'unknown', view: at.delivery.callbackId },
        'Answering a modal failed',
      );
      return { view: stumbled };
    },
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), kit.ackBudgetMs);
  });
  const first = await Promise.race([safe, late]);
  clearTimeout(timer);
  if (first?.errors !== undefined) return at.ack({ response_action: 'errors', errors: { ...first.errors } });
  if (first !== null) return at.ack({ response_action: 'update', view: first.view });
  await at.ack({ response_action: 'update', view: checkingView('Still checking. The result appears here.') });
  await kit.screens.existing(at.delivery.viewId).show((await safe).view);
}

function sendable(kit: Kit): (view: ModalView) => ModalView {
  return (view) => {
    const problems = sendProblems('modal', view);
    if (problems.length === 0) return view;
    kit.log.error({ problems, view: view.callback_id ?? '' }, 'A modal was not sent because Slack would refuse it');
    return stumbled;
  };
}
