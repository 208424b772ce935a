import type { KnownBlock } from '@slack/types';
import type { Plan, Step } from '#operations/plan.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { bulletsBlock, type Line, linesBlock } from './line.ts';
import {
  changePieces,
  digestLine,
  holdsLine,
  inverseLine,
  practiceSentence,
  titleLine,
  whoLine,
} from './request-lines.ts';
import { stepText } from './template-text.ts';

/** A recipe has at most 50 steps and shows each of them; everything else is far shorter. */
const maxLines = 50;

function part(id: string, title: string, lines: readonly Line[]): KnownBlock[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, maxLines);
  return [linesBlock(`${id}.title`, [[{ bold: title }]]), bulletsBlock(id, shown)];
}

function stepLine(step: Step): Line {
  const { title, call } = stepText(step);
  return [{ said: title, max: 300 }, ' ', { code: call, max: 300 }];
}

/**
 * The whole of what is asked: the card's own lines, then everything behind them. The requester sees it before sending, the approver
 * before deciding, and both before anything is sent.
 */
export function planDocument(picture: RequestPicture): KnownBlock[] {
  const { plan } = picture.record.terms;
  const lead: Line[] = [
    titleLine(picture),
    whoLine(picture),
    holdsLine(picture),
    inverseLine(picture),
    digestLine(picture),
  ];
  return [
    linesBlock('plan.lead', picture.isPractice ? [[{ bold: practiceSentence }], ...lead] : lead),
    ...part('plan.changes', 'What changes', plan.changes.map(changePieces)),
    ...part(
      'plan.warnings',
      'Warnings',
      plan.warnings.map((warning): Line => [{ said: warning, max: 300 }]),
    ),
    ...part(
      'plan.facts',
      'What is known',
      plan.facts.map((fact): Line => [
        { said: fact.label, max: 60 },
        ': ',
        { said: fact.value },
        ' · as of ',
        { at: fact.at },
      ]),
    ),
    ...part('plan.steps', 'What will be sent, in this order', plan.steps.map(stepLine)),
    ...laterParts(plan),
    ...part(
      'plan.guards',
      'Read again just before sending; a difference stops it',
      Object.entries(plan.guards).map(([name, value]): Line => [
        { said: name, max: 60 },
        ': ',
        { code: JSON.stringify(value), max: 300 },
      ]),
    ),
  ];
}

function laterParts(plan: Plan): KnownBlock[] {
  return [
    ...part('plan.compensations', 'Sent if the secret cannot be shown', plan.compensations.map(stepLine)),
    ...part('plan.endings', 'Sent at the end of the lease', plan.endings.map(stepLine)),
    ...part('plan.delivery', 'Delivery', plan.delivery === 'collect' ? [deliveryLine(plan)] : []),
  ];
}

function deliveryLine(plan: Plan): Line {
  const again =
    plan.attempts > 1 ? ` If it cannot be shown, the same approval covers ${plan.attempts} attempts in all.` : '';
  return [`Nothing is sent until the requester presses Make my key.${again}`];
}
