import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { isRequestId, requestId, type RequestId, shortRequestId } from '#domain/ids.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { ActOutcome } from '#workflow/use-cases.ts';
import { additionBlocks } from '../blocks/additions.ts';
import { type Line, linesBlock } from '../blocks/line.ts';
import { changesLine, digestLine, holdsLine, practiceSentence, titleLine, whoLine } from '../blocks/request-lines.ts';
import { paragraph, plain } from '../blocks/text.ts';
import type { SubmissionDelivery } from '../delivery.ts';
import type { Pointers } from '../ids.ts';
import { valueAction } from './form-element.ts';
import { tickedIn } from './form-values.ts';
import { modal } from './modal.ts';
import { sentence } from './saying.ts';

/** A request and the digest of it that was shown. */
export interface Shown {
  readonly requestId: RequestId;
  readonly digest: string;
}

// Ten requests are what the use case takes; their pointers fit Slack's 3 000 characters of metadata.
const shape = z.strictObject({
  l: z.array(z.strictObject({ r: z.string().refine(isRequestId), d: z.string().regex(/^[0-9a-f]{64}$/) })).max(10),
});

export function openReview(pointers: Pointers, metadata: string): readonly Shown[] | null {
  const parsed = shape.safeParse(pointers.open('review', metadata));
  return parsed.success ? parsed.data.l.map(({ r, d }) => ({ requestId: requestId(r), digest: d })) : null;
}

const tickBlock = (id: RequestId): string => `tick.${id}`;

/** Which of those that were shown somebody ticked. What was not shown cannot be ticked. */
export function tickedOf(shown: readonly Shown[], values: SubmissionDelivery['values']): readonly Shown[] {
  return shown.filter(({ requestId }) => tickedIn(values, tickBlock(requestId)));
}

function requestBlocks(picture: RequestPicture): KnownBlock[] {
  const { terms } = picture.record;
  const { id, plan } = terms;
  const lines = [titleLine(picture), whoLine(picture), changesLine(picture), holdsLine(picture), digestLine(picture)];
  return [
    linesBlock(`review.${id}`, lines),
    ...additionBlocks(`review.${id}.additions`, picture),
    {
      type: 'input',
      block_id: tickBlock(id),
      optional: true,
      label: plain(`${shortRequestId(id)}: ${plan.title}`, 150),
      element: {
        type: 'checkboxes',
        action_id: valueAction,
        options: [{ text: plain('I have read it and approve it', 75), value: 'yes' }],
      },
    },
    { type: 'divider', block_id: `review.${id}.end` },
  ];
}

/** Several routine requests below each other, each with its own tick. There is no tick for all. */
export function reviewView(pointers: Pointers, pictures: readonly RequestPicture[]): ModalView {
  const [first] = pictures;
  if (first === undefined)
    return modal({ title: 'Review together', blocks: [paragraph('No routine request waits for your decision.')] });
  const l = pictures.map(({ record }) => ({ r: record.terms.id, d: record.digest }));
  const practice: readonly Line[] = first.isPractice ? [[{ bold: practiceSentence }]] : [];
  const lead: Line = ['Tick what you approve. What you leave out stays as it is; to deny, open it alone.'];
  return modal({
    title: 'Review together',
    callbackId: 'review',
    metadata: pointers.seal('review', { l }),
    submit: 'Approve the ticked',
    close: 'Not now',
    blocks: [linesBlock('review.lead', [...practice, lead]), ...pictures.flatMap(requestBlocks)],
  });
}

function resultLine({ requestId, outcome }: { requestId: RequestId; outcome: ActOutcome }): Line {
  const head = [{ code: shortRequestId(requestId) }, ' '] as const;
  if (outcome.kind !== 'refusal') return [...head, { said: outcome.sentence, max: 300 }];
  return [...head, { bold: outcome.what, max: 200 }, ' ', { said: outcome.rule, max: 300 }];
}

/** What became of each, one line each. */
export function reviewedView(results: readonly { requestId: RequestId; outcome: ActOutcome }[]): ModalView {
  return modal({ title: 'Done', blocks: [linesBlock('reviewed', results.map(resultLine))] });
}

export const nothingTicked = sentence('Nothing was ticked, so nothing was approved.', 'Not done');
