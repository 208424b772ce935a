import { isRecord, type JsonRecord, textAt } from '../record.ts';
import type { SeatOutcome } from '../seat.ts';
import { findView, MAX_DEPTH, modalsOf, putView, setModals } from '../state/modal-stack.ts';
import type { View } from '../state/view.ts';
import { createView, replaceContent } from '../state/views.ts';
import type { Workspace } from '../state/workspace.ts';
import { judgeView } from '../web/view-payload.ts';
import { OK, refused } from './admit.ts';

/**
 * Does what the acknowledgement of a submission says (Slack API docs, "Modals": response_action). Nothing said closes the
 * view. An answer Slack cannot use leaves the form standing with "We had some trouble connecting"; the outcome says why.
 */
export function answerSubmission(workspace: Workspace, view: View, answer: unknown): SeatOutcome {
  // The app may have replaced or the person closed it meanwhile; an update keeps the id.
  const current = findView(workspace, view.id);
  if (current === null) return OK;
  if (answer === null || (isRecord(answer) && Object.keys(answer).length === 0)) return pop(workspace, current);
  if (!isRecord(answer)) return refused('invalid_response: not a JSON object');
  switch (answer['response_action']) {
    case 'clear':
      setModals(workspace, current.userId, []);
      return OK;
    case 'errors':
      return showErrors(workspace, current, answer['errors']);
    case 'update':
      return withView(workspace, answer, {
        replaces: current,
        apply: (payload) => putView(workspace, replaceContent(workspace, current, payload)),
      });
    case 'push':
      return push(workspace, current, answer);
    default:
      return refused(`invalid_response: unknown response_action ${textAt(answer, 'response_action') ?? ''}`);
  }
}

function pop(workspace: Workspace, view: View): SeatOutcome {
  const left = modalsOf(workspace, view.userId).filter((open) => open.id !== view.id);
  setModals(workspace, view.userId, left);
  return OK;
}

function showErrors(workspace: Workspace, view: View, errors: unknown): SeatOutcome {
  const entries = isRecord(errors) ? Object.entries(errors) : [];
  const known = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block['block_id']));
  const stray = entries.find(([blockId, text]) => !known.has(blockId) || typeof text !== 'string' || text === '');
  if (entries.length === 0) return refused('invalid_response: no errors');
  if (stray !== undefined) return refused(`invalid_response: ${stray[0]} is no input block, or its error is no text`);
  putView(workspace, {
    ...view,
    errors: Object.fromEntries(entries.map(([blockId, text]) => [blockId, String(text)])),
  });
  return OK;
}

function push(workspace: Workspace, view: View, answer: JsonRecord): SeatOutcome {
  const stack = modalsOf(workspace, view.userId);
  if (stack.length >= MAX_DEPTH) return refused('invalid_response: push_limit_reached');
  return withView(workspace, answer, {
    replaces: null,
    apply: (payload) =>
      setModals(workspace, view.userId, [
        ...stack,
        createView(workspace, payload, { userId: view.userId, previous: view }),
      ]),
  });
}

function withView(
  workspace: Workspace,
  answer: JsonRecord,
  use: { replaces: View | null; apply: (payload: JsonRecord) => void },
): SeatOutcome {
  const judged = judgeView(workspace, answer['view'], { type: 'modal', replaces: use.replaces });
  if (!judged.ok) return refused(`invalid_response: ${[judged.error, ...judged.messages].join(' ')}`);
  use.apply(judged.payload);
  return OK;
}
