import { describeView } from '../../describe/view.ts';
import type { JsonRecord } from '../../record.ts';
import { findView, findViewByExternalId, MAX_DEPTH, modalsOf, putView, setModals } from '../../state/modal-stack.ts';
import type { Trigger } from '../../state/trigger.ts';
import { redeemTrigger } from '../../state/triggers.ts';
import type { View } from '../../state/view.ts';
import { createView, replaceContent } from '../../state/views.ts';
import { ApiError, refusal } from '../api-error.ts';
import { type ApiCall, method } from '../method.ts';
import { judgeView } from '../view-payload.ts';

/** Modals and the Home tab. None of these needs a scope. */
export const views = [
  method('views.open', { rate: 'tier4', run: open }),
  method('views.push', { rate: 'tier4', run: push }),
  method('views.update', { rate: 'tier4', run: update }),
  method('views.publish', { rate: 'tier4', run: publish }),
];

/** @throws ApiError invalid_arguments with a line a problem, view_too_large, duplicate_external_id */
function payloadOf(call: ApiCall, context: { type: 'modal' | 'home'; replaces: View | null }): JsonRecord {
  const judged = judgeView(call.workspace, call.args.json('view'), context);
  if (judged.ok) return judged.payload;
  throw judged.error === 'invalid_arguments' ? refusal(judged.error, judged.messages) : new ApiError(judged.error);
}

/** @throws ApiError invalid_trigger_id, expired_trigger_id, exchanged_trigger_id */
function triggerOf(call: ApiCall): Trigger {
  const id = call.args.text('trigger_id') ?? call.args.needText('interactivity_pointer');
  const redeemed = redeemTrigger(call.workspace, id, call.emulation.behaviour.triggerLifetimeMs);
  if (!redeemed.ok) throw new ApiError(redeemed.error);
  return redeemed.trigger;
}

function open(call: ApiCall): JsonRecord {
  const payload = payloadOf(call, { type: 'modal', replaces: null });
  const { userId } = triggerOf(call);
  // A second modal takes the place of an open one, stack and all; pushing is what keeps it.
  const view = createView(call.workspace, payload, { userId, previous: null });
  setModals(call.workspace, userId, [view]);
  return { view: describeView(call.workspace, view) };
}

function push(call: ApiCall): JsonRecord {
  const payload = payloadOf(call, { type: 'modal', replaces: null });
  const trigger = triggerOf(call);
  const stack = stackToPushOnto(call, trigger);
  const view = createView(call.workspace, payload, { userId: trigger.userId, previous: stack.at(-1) ?? null });
  setModals(call.workspace, trigger.userId, [...stack, view]);
  return { view: describeView(call.workspace, view) };
}

/** A view is pushed onto the modal that the trigger comes from; anything else has no stack. */
function stackToPushOnto(call: ApiCall, trigger: Trigger): readonly View[] {
  if (trigger.viewId === null) throw new ApiError('invalid_trigger_id');
  if (findView(call.workspace, trigger.viewId)?.type === 'home') {
    throw refusal('invalid_arguments', [
      "[ERROR] must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]",
    ]);
  }
  const stack = modalsOf(call.workspace, trigger.userId);
  if (!stack.some((view) => view.id === trigger.viewId)) throw new ApiError('not_found');
  if (stack.length >= MAX_DEPTH) throw new ApiError('push_limit_reached');
  return stack;
}

function update(call: ApiCall): JsonRecord {
  const id = call.args.text('view_id');
  const view =
    id === null
      ? findViewByExternalId(call.workspace, call.args.needText('external_id'))
      : findView(call.workspace, id);
  if (view === null) throw new ApiError('not_found');
  const payload = payloadOf(call, { type: view.type, replaces: view });
  checkHash(call, view);
  const updated = replaceContent(call.workspace, view, payload);
  putView(call.workspace, updated);
  return { view: describeView(call.workspace, updated) };
}

function publish(call: ApiCall): JsonRecord {
  const userId = call.args.needText('user_id');
  const person = call.workspace.people.get(userId);
  if (person === undefined || person.kind === 'bot') throw new ApiError('user_not_found');
  const current = call.workspace.homes.get(userId) ?? null;
  const payload = payloadOf(call, { type: 'home', replaces: current });
  if (current !== null) checkHash(call, current);
  const view =
    current === null
      ? createView(call.workspace, payload, { userId, previous: null })
      : replaceContent(call.workspace, current, payload);
  putView(call.workspace, view);
  return { view: describeView(call.workspace, view) };
}

/** An app that names the version it knows does not overwrite a newer one. */
function checkHash(call: ApiCall, view: View): void {
  const hash = call.args.text('hash');
  if (hash !== null && hash !== view.hash) throw new ApiError('hash_conflict');
}
