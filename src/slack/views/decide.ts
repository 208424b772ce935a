import type { ActionsBlock, InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { isRequestId, requestId, type RequestId } from '#domain/ids.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { requestButton } from '../blocks/buttons.ts';
import { planDetails, planLead } from '../blocks/plan-document.ts';
import { plain } from '../blocks/text.ts';
import type { Pointers } from '../ids.ts';
import { valueAction } from './form-element.ts';
import { modal } from './modal.ts';

export type DecisionKind = 'approve' | 'deny';
export const commentBlock = 'comment';
const commentMax = 500;

const pointerShape = z.strictObject({ r: z.string().refine(isRequestId), d: z.string().regex(/^[0-9a-f]{64}$/) });

/** Which request, and the digest of what this person was shown. */
export interface DecisionPointer {
  readonly requestId: RequestId;
  readonly digest: string;
}

export function openDecision(pointers: Pointers, kind: DecisionKind, metadata: string): DecisionPointer | null {
  const parsed = pointerShape.safeParse(pointers.open(`decide.${kind}`, metadata));
  return parsed.success ? { requestId: requestId(parsed.data.r), digest: parsed.data.d } : null;
}

function commentInput(kind: DecisionKind): InputBlock {
  const deny = kind === 'deny';
  return {
    type: 'input',
    block_id: commentBlock,
    label: plain(deny ? 'Why not' : 'Comment', 150),
    hint: plain(deny ? 'The requester reads this.' : 'Kept with the request.', 300),
    optional: !deny,
    element: { type: 'plain_text_input', action_id: valueAction, multiline: true, max_length: commentMax },
  };
}

/** What can be done instead of deciding now. */
function insteadOf(pointers: Pointers, { record }: RequestPicture): ActionsBlock {
  return { type: 'actions', block_id: 'instead', elements: [requestButton(pointers, 'request.ask', record)] };
}

/** Where a decision is taken: drawn from the record, so that a card somebody tampered with cannot mislead anybody. */
export function decisionView(pointers: Pointers, kind: DecisionKind, picture: RequestPicture): ModalView {
  const { record } = picture;
  return modal({
    title: kind === 'approve' ? 'Approve this?' : 'Deny this?',
    callbackId: `decide.${kind}`,
    metadata: pointers.seal(`decide.${kind}`, { r: record.terms.id, d: record.digest }),
    submit: kind === 'approve' ? 'Approve' : 'Deny',
    close: 'Not now',
    blocks: [...planLead(picture), commentInput(kind), insteadOf(pointers, picture), ...planDetails(picture)],
  });
}
