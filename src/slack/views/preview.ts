import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { ownProofOf } from '#approvals/warrant.ts';
import { isRequestId, requestId, type RequestId } from '#domain/ids.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { AskedProof } from '#workflow/step-up/ask-proof.ts';
import { linkButton } from '../blocks/buttons.ts';
import { confidentialLine } from '../blocks/confidential.ts';
import { stateLine } from '../blocks/state-line.ts';
import { type Line, linesBlock } from '../blocks/line.ts';
import { planDetails, planLead } from '../blocks/plan-document.ts';
import { plain } from '../blocks/text.ts';
import type { Pointers } from '../ids.ts';
import { valueAction } from './form-element.ts';
import { modal } from './modal.ts';
import { codeInput } from './prove.ts';

export const confirmBlock = 'confirm';

const pointerShape = z.strictObject({ r: z.string().refine(isRequestId), t: z.string().nullable() });

/** Which draft a preview shows, and the name that has to be typed before it is sent. */
export interface PreviewPointer {
  readonly requestId: RequestId;
  readonly typeToConfirm: string | null;
}

export function openPreview(pointers: Pointers, metadata: string): PreviewPointer | null {
  const parsed = pointerShape.safeParse(pointers.open('preview', metadata));
  return parsed.success ? { requestId: requestId(parsed.data.r), typeToConfirm: parsed.data.t } : null;
}

function confirmInput(name: string): KnownBlock {
  return {
    type: 'input',
    block_id: confirmBlock,
    label: plain(`Type ${name} to confirm`, 300),
    hint: plain('This cannot be taken back, and it is production.', 300),
    element: { type: 'plain_text_input', action_id: valueAction, max_length: 300 },
  };
}

function plannedOnlyLines({ held }: RequestPicture['record']['terms']): readonly Line[] {
  if (held === undefined) return [];
  return [
    [{ bold: 'This would be planned only' }, ', because ', { said: held, max: 400 }, '. Nothing is sent to OpenAI.'],
  ];
}

/** An emergency whose requester has a passkey is sent where the passkey signs: not here. */
function signedSending(picture: RequestPicture, asks?: AskedProof): ModalView {
  const lead =
    asks?.by === 'page'
      ? 'You send this with your passkey, on a page that opens once. It is open for 10 minutes.'
      : 'The page for your passkey opens once, from the command. Type it again.';
  const page: readonly KnownBlock[] =
    asks?.by === 'page'
      ? [{ type: 'actions', block_id: 'sign.page', elements: [linkButton('Open the page', asks.url)] }]
      : [];
  return modal({
    title: 'Send with passkey',
    close: 'Do not send',
    blocks: [
      ...planLead(picture),
      linesBlock('needs', [stateLine(picture), ...plannedOnlyLines(picture.record.terms)]),
      linesBlock('sign.lead', [[lead]]),
      ...page,
      ...planDetails(picture),
    ],
  });
}

/** The "are you sure": the plan exactly as approvers will see it, and one button that sends it to them. */
export function previewView(pointers: Pointers, picture: RequestPicture, asks?: AskedProof): ModalView {
  if (ownProofOf(picture.record.terms) === 'passkey') return signedSending(picture, asks);
  const { record, stillNeeds, typeToConfirm } = picture;
  const confidential = confidentialLine(picture);
  const needs =
    stillNeeds === '' ? stateLine(picture) : ['Sending asks ', { bold: stillNeeds }, '. Nothing changes before that.'];
  return modal({
    title: 'Send this?',
    callbackId: 'preview',
    metadata: pointers.seal('preview', { r: record.terms.id, t: typeToConfirm }),
    submit: 'Send',
    close: 'Do not send',
    blocks: [
      ...planLead(picture),
      linesBlock('needs', [needs, ...plannedOnlyLines(record.terms), ...(confidential === null ? [] : [confidential])]),
      ...(typeToConfirm === null ? [] : [confirmInput(typeToConfirm)]),
      ...(ownProofOf(record.terms) === 'code' ? [codeInput()] : []),
      ...planDetails(picture),
    ],
  });
}
