import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { isRequestId, requestId, type RequestId } from '#domain/ids.ts';
import type { Question } from '#approvals/question.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { planDetails, planLead } from '../blocks/plan-document.ts';
import { plain } from '../blocks/text.ts';
import type { Pointers } from '../ids.ts';
import { valueAction } from './form-element.ts';
import { modal } from './modal.ts';

export const textBlock = 'text';
/** As the use cases check it. */
const textMax = 500;

const askShape = z.strictObject({ r: z.string().refine(isRequestId) });
const answerShape = askShape.extend({ q: z.int() });

const opening =
  (purpose: 'ask' | 'add') =>
  (pointers: Pointers, metadata: string): { readonly requestId: RequestId } | null => {
    const parsed = askShape.safeParse(pointers.open(purpose, metadata));
    return parsed.success ? { requestId: requestId(parsed.data.r) } : null;
  };

export const openAsking = opening('ask');
export const openAdding = opening('add');

export function openAnswering(
  pointers: Pointers,
  metadata: string,
): { readonly requestId: RequestId; readonly question: number } | null {
  const parsed = answerShape.safeParse(pointers.open('answer', metadata));
  return parsed.success ? { requestId: requestId(parsed.data.r), question: parsed.data.q } : null;
}

function textInput(label: string, hint: string): InputBlock {
  return {
    type: 'input',
    block_id: textBlock,
    label: plain(label, 150),
    hint: plain(hint, 300),
    element: { type: 'plain_text_input', action_id: valueAction, multiline: true, max_length: textMax },
  };
}

/** Where an approver asks, with the plan before their eyes. */
export function askView(pointers: Pointers, picture: RequestPicture): ModalView {
  const { terms } = picture.record;
  const hint = `${terms.requester.name} gets it as a message. It is kept with the request, and everybody who decides reads it.`;
  return modal({
    title: 'Ask about this',
    callbackId: 'ask',
    metadata: pointers.seal('ask', { r: terms.id }),
    submit: 'Ask',
    close: 'Not now',
    blocks: [...planLead(picture), textInput('Your question', hint), ...planDetails(picture)],
  });
}

/** Where the requester says something more. */
export function addView(pointers: Pointers, picture: RequestPicture): ModalView {
  const hint = 'Everybody who decides reads it on the card. It changes nothing of what you asked for.';
  return modal({
    title: 'Add a reason',
    callbackId: 'add',
    metadata: pointers.seal('add', { r: picture.record.terms.id }),
    submit: 'Add',
    close: 'Not now',
    blocks: [...planLead(picture), textInput('What they should know', hint)],
  });
}

/** Where the requester answers the question that waits. */
export function answerView(pointers: Pointers, picture: RequestPicture, question: Question): ModalView {
  const hint = 'Everybody who decides reads it. It changes nothing of what you asked for.';
  return modal({
    title: 'Answer',
    callbackId: 'answer',
    metadata: pointers.seal('answer', { r: picture.record.terms.id, q: question.id }),
    submit: 'Answer',
    close: 'Not now',
    blocks: [...planLead(picture), textInput('Your answer', hint)],
  });
}
