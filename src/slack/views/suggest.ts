import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { isRequestId, requestId, type RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { narrowable } from '#operations/narrower.ts';
import type { Fields } from '#operations/field.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { WouldOutcome } from '#workflow/use-cases.ts';
import { linesBlock } from '../blocks/line.ts';
import { planDetails, planLead } from '../blocks/plan-document.ts';
import { fieldPieces } from '../blocks/suggestions.ts';
import { paragraph, plain } from '../blocks/text.ts';
import type { Pointers } from '../ids.ts';
import type { Kit } from '../kit.ts';
import { elementOf } from './form-element.ts';
import { fieldBlock } from './form.ts';
import { modal } from './modal.ts';
import { prefillsOf } from './prefill.ts';
import { asModal, sentence } from './saying.ts';

const lessShape = z.strictObject({ r: z.string().refine(isRequestId) });
const sendShape = lessShape.extend({
  w: z.record(z.string(), z.string()),
  s: z.string().regex(/^[0-9a-f]{64}$/),
  t: z.int(),
});

export function openLess(pointers: Pointers, metadata: string): RequestId | null {
  const parsed = lessShape.safeParse(pointers.open('suggest', metadata));
  return parsed.success ? requestId(parsed.data.r) : null;
}

/** What an approver was shown, and is about to suggest. */
export interface SuggestionSight {
  readonly requestId: RequestId;
  readonly words: Readonly<Record<string, string>>;
  readonly sight: string;
  readonly at: Instant;
}

export function openSight(pointers: Pointers, metadata: string): SuggestionSight | null {
  const parsed = sendShape.safeParse(pointers.open('suggest.send', metadata));
  if (!parsed.success) return null;
  const { r, w, s, t } = parsed.data;
  return { requestId: requestId(r), words: w, sight: s, at: t };
}

/** The fields of a request that could be less, as its form shows them. */
export function lessFields(kit: Pick<Kit, 'catalogue'>, { record }: RequestPicture): Fields {
  const operation = kit.catalogue.find(({ id }) => id === record.terms.plan.operation);
  return narrowable(operation?.fields ?? {}, record.terms.input);
}

/** Where an approver says what they would approve instead: only what can be less, with what was asked for in it. */
export function suggestView(kit: Pick<Kit, 'catalogue' | 'pointers'>, picture: RequestPicture): ModalView {
  const { id, input, requester } = picture.record.terms;
  const fields = lessFields(kit, picture);
  const prefills = prefillsOf(fields, input);
  const inputs = Object.entries(fields).map(([name, field]): InputBlock => ({
    type: 'input',
    block_id: fieldBlock(name),
    label: plain(field.label, 150),
    hint: plain(`Less than what stands here, or as it is. ${field.hint}`, 300),
    element: elementOf(field, prefills[name]),
  }));
  if (inputs.length === 0) return asModal(sentence('Nothing of this could be less. Approve it, deny it, or ask.'));
  return modal({
    title: 'Suggest less',
    callbackId: 'suggest',
    metadata: kit.pointers.seal('suggest', { r: id }),
    submit: 'Look',
    close: 'Not now',
    blocks: [
      paragraph(
        `What would you approve? ${requester.name} can take it or keep what was asked for. You see it before you suggest it.`,
      ),
      ...inputs,
    ],
  });
}

// Slack's limit of what a modal may carry is 3 000; a suggestion that does not fit is not cut.
const maxMetadata = 2900;

/** The plan as it would be, which the approver approves by suggesting it. */
export function sightView(
  pointers: Pointers,
  of: Pick<SuggestionSight, 'requestId' | 'words'>,
  would: Extract<WouldOutcome, { kind: 'would' }>,
): ModalView {
  const { picture, fields, sight, at } = would;
  const metadata = pointers.seal('suggest.send', { r: of.requestId, w: { ...of.words }, s: sight, t: at });
  if (metadata.length > maxMetadata) return asModal(sentence('This suggestion is too long for Slack. Ask instead.'));
  return modal({
    title: 'You would approve this?',
    callbackId: 'suggest.send',
    metadata,
    submit: 'Suggest it',
    close: 'Not now',
    blocks: [
      linesBlock('less', [fieldPieces(fields), ['If it is taken exactly so, your approval counts.']]),
      ...planLead(picture),
      ...planDetails(picture),
    ],
  });
}
