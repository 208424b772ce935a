import type { RequestPicture } from '#workflow/picture.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { bulletsBlock, type Line, linesBlock } from './line.ts';
import { changesLine, digestLine, practiceSentence, titleLine, whoLine } from './request-lines.ts';
import { stateLine } from './state-line.ts';

/** One call as the audit chain tells it. */
export interface StoryStep {
  readonly title: string;
  readonly method: string;
  readonly path: string;
  /** HTTP status, or what is known instead: `no answer`. */
  readonly status: string;
  readonly vendorRequestId: string;
  readonly durationMs: number | null;
}

/** `#4801–4809 · 9c2f…`: which entries of the chain tell this, and the hash of the last, so that this message anchors them outside. */
function spanLine({ span }: RequestPicture): Line {
  if (span === null) return ['No audit entries yet'];
  return ['Audit ', { code: `#${span.first}–${span.last}` }, ' · ', { code: `${span.head.slice(0, 16)}…` }];
}

/** The one message that the audit channel gets about a request, when it has ended. */
export function drawStory(picture: RequestPicture): DrawnMessage {
  const { record, isPractice } = picture;
  const lines = [
    titleLine(picture),
    whoLine(picture),
    changesLine(picture),
    stateLine(picture),
    digestLine(picture),
    spanLine(picture),
  ];
  const all = isPractice ? [[{ bold: practiceSentence }], ...lines] : lines;
  return {
    text: sentences([
      stateLine(picture),
      ...lines.filter((_, place) => place !== 3),
      ...(isPractice ? [[practiceSentence]] : []),
    ]),
    blocks: [linesBlock(`story.${record.terms.id}`, all)],
  };
}

/** A recipe has at most 50 steps, its compensations included this is still one message. */
const maxSteps = 100;

/** What was sent, call by call, for the thread under the story. Null when nothing was. */
export function drawStorySteps(steps: readonly StoryStep[]): DrawnMessage | null {
  if (steps.length === 0) return null;
  const lines = steps.slice(0, maxSteps).map((step): Line => {
    const took = step.durationMs === null ? '' : ` · ${Math.round(step.durationMs)} ms`;
    const id: Line = step.vendorRequestId === '' ? [] : [' · ', { code: step.vendorRequestId, max: 80 }];
    return [
      { said: step.title, max: 150 },
      '\n',
      { code: `${step.method} ${step.path}`, max: 300 },
      ` · ${step.status}`,
      ...id,
      took,
    ];
  });
  return { text: sentences(lines), blocks: [bulletsBlock('story.steps', lines)] };
}
