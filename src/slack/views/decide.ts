import type { ActionsBlock, InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { shortDigest } from '#domain/canonical.ts';
import { isRequestId, requestId, type RequestId, type SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Safeguards } from '#policy/safeguards.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { requestButton } from '../blocks/buttons.ts';
import { planDetails, planLead } from '../blocks/plan-document.ts';
import { plain } from '../blocks/text.ts';
import type { Pointers } from '../ids.ts';
import { valueAction } from './form-element.ts';
import { modal } from './modal.ts';

export type DecisionKind = 'approve' | 'deny';
export const commentBlock = 'comment';
export const typedBlock = 'typed';
const commentMax = 500;

const pointerShape = z.strictObject({
  r: z.string().refine(isRequestId),
  d: z.string().regex(/^[0-9a-f]{64}$/),
  w: z.string().max(40),
  o: z.int().nonnegative(),
});

/** Which request, the digest of what this person was shown, and when it was put in front of them. */
export interface DecisionPointer {
  readonly requestId: RequestId;
  readonly digest: string;
  /** Null where it was put in front of somebody else. */
  readonly openedAt: Instant | null;
}

/**
 * The moment of opening is sealed with the person it was opened for: neither a window of somebody else nor a changed client can make a
 * look longer than it was.
 */
export function openDecision(
  pointers: Pointers,
  kind: DecisionKind,
  sealed: { readonly metadata: string; readonly by: SlackUserId },
): DecisionPointer | null {
  const parsed = pointerShape.safeParse(pointers.open(`decide.${kind}`, sealed.metadata));
  if (!parsed.success) return null;
  const { r, d, w, o } = parsed.data;
  return { requestId: requestId(r), digest: d, openedAt: w === sealed.by ? o : null };
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

function typedInput({ terms, digest }: RequestPicture['record']): InputBlock {
  return {
    type: 'input',
    block_id: typedBlock,
    label: plain(`Type ${terms.plan.target.name} or ${shortDigest(digest)}`, 300),
    hint: plain('So that it is this one you mean.', 300),
    element: { type: 'plain_text_input', action_id: valueAction, max_length: 300 },
  };
}

/** What can be done instead of deciding now. */
function insteadOf(pointers: Pointers, { record, canBeLess }: RequestPicture): ActionsBlock {
  const less = canBeLess ? (['request.suggest'] as const) : [];
  const elements = (['request.ask', ...less] as const).map((action) => requestButton(pointers, action, record));
  return { type: 'actions', block_id: 'instead', elements };
}

/** Where a decision is taken: drawn from the record, so that a card somebody tampered with cannot mislead anybody. */
export function decisionView(
  pointers: Pointers,
  kind: DecisionKind,
  look: {
    readonly picture: RequestPicture;
    readonly safeguards: Safeguards;
    readonly by: SlackUserId;
    readonly at: Instant;
  },
): ModalView {
  const { picture, safeguards, by, at } = look;
  const { record } = picture;
  const isTyped = kind === 'approve' && safeguards.typed && safeguards.stepUp !== 'passkey';
  return modal({
    title: kind === 'approve' ? 'Approve this?' : 'Deny this?',
    callbackId: `decide.${kind}`,
    metadata: pointers.seal(`decide.${kind}`, { r: record.terms.id, d: record.digest, w: by, o: at }),
    submit: kind === 'approve' ? 'Approve' : 'Deny',
    close: 'Not now',
    blocks: [
      ...planLead(picture),
      ...(isTyped ? [typedInput(record)] : []),
      commentInput(kind),
      insteadOf(pointers, picture),
      ...planDetails(picture),
    ],
  });
}
