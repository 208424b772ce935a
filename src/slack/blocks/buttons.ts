import type { Button } from '@slack/types';
import type { OperationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import type { ViewAction } from '#operations/view.ts';
import { type RequestId, shortRequestId } from '#domain/ids.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import { type Pointers, type RequestAction, sealRequest, sealStart } from '../ids.ts';
import { fit, plain } from './text.ts';

/** Slack's limit of a button's value; a pointer that does not fit gives no button rather than a broken one. */
const maxValue = 2000;

const labels: Readonly<Record<RequestAction, { readonly text: string; readonly style?: 'primary' | 'danger' }>> = {
  'request.approve': { text: 'Approve', style: 'primary' },
  'request.deny': { text: 'Deny', style: 'danger' },
  'request.details': { text: 'Details' },
  'request.ask': { text: 'Ask' },
  'request.answer': { text: 'Answer', style: 'primary' },
  'request.change': { text: 'Change my request' },
  'request.suggest': { text: 'Suggest less' },
  'request.nudge': { text: 'Nudge' },
  'request.add': { text: 'Add a reason' },
  'request.cancel': { text: 'Cancel' },
  'request.stop': { text: 'Stop', style: 'danger' },
  'request.take-back': { text: 'Take back' },
  'request.collect': { text: 'Make my key', style: 'primary' },
  'request.aside': { text: 'Not for me' },
  'request.back': { text: 'For me after all' },
};

/** What a button points to; its title is read aloud where the plan is at hand. */
type Pointed = {
  readonly terms: { readonly id: RequestId; readonly plan?: { readonly title: string } };
  readonly state?: PlannedRequest['state'];
} & Pick<PlannedRequest, 'digest'>;

export function requestButton(pointers: Pointers, action: RequestAction, record: Pointed): Button {
  const { style } = labels[action];
  // The same door: what time alone has ended is asked for again, as it was or changed.
  const isAgain = action === 'request.change' && record.state === 'expired';
  const text = isAgain ? 'Ask again' : labels[action].text;
  const { id, plan } = record.terms;
  const object = `${text} ${shortRequestId(id)}${plan === undefined ? '' : `: ${plan.title}`}`;
  return {
    type: 'button',
    action_id: action,
    text: plain(text),
    value: sealRequest(pointers, action, record),
    accessibility_label: fit(object, 75),
    ...(style === undefined ? {} : { style }),
  };
}

/** Action ids must differ within a block; the first keeps the plain name. */
const numbered = (name: string, place: number): string => (place === 0 ? name : `${name}.${place + 1}`);

/** The buttons of a view's row or part; each starts an operation. */
export function startButtons(pointers: Pointers, actions: readonly ViewAction[], about = ''): Button[] {
  return actions.flatMap((action, place) => {
    const value = sealStart(pointers, { operation: action.operation, input: action.input });
    if (value.length > maxValue) return [];
    const button: Button = {
      type: 'button',
      action_id: numbered('operation.start', place),
      text: plain(action.label, 30),
      value,
      accessibility_label: fit(`${action.label} ${about}`, 75),
      ...(action.style === 'danger' ? { style: 'danger' } : {}),
    };
    return [button];
  });
}

/** Opens one of our own pages in the browser. */
export function linkButton(label: string, url: string): Button {
  return { type: 'button', action_id: 'page.open', text: plain(label, 30), url, style: 'primary' };
}

/** What a menu button leads to. */
export type MenuTarget =
  | { readonly to: 'operation'; readonly id: OperationId }
  | { readonly to: 'family'; readonly name: string }
  | { readonly to: 'leak' }
  | { readonly to: 'menu' };

export function menuButton(
  pointers: Pointers,
  button: { label: string; target: MenuTarget; place?: number; style?: 'primary' | 'danger' },
): Button {
  return {
    type: 'button',
    action_id: numbered('menu.start', button.place ?? 0),
    text: plain(button.label, 30),
    value: pointers.seal('menu.start', { ...button.target }),
    accessibility_label: fit(button.label, 75),
    ...(button.style === undefined ? {} : { style: button.style }),
  };
}

/** Which page of which read a person asks for. */
export interface PageTarget {
  readonly operation: OperationId;
  readonly input: JsonObject;
  readonly offset: number;
}

export function pageButton(
  pointers: Pointers,
  button: { label: string; target: PageTarget; place: number },
): Button | null {
  const { operation, input, offset } = button.target;
  const value = pointers.seal('view.page', { o: operation, i: input, n: offset });
  if (value.length > maxValue) return null;
  return { type: 'button', action_id: numbered('view.page', button.place), text: plain(button.label, 30), value };
}
