import type { KnownBlock } from '@slack/types';
import type { Plan, Step } from '#operations/plan.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { additionBlocks } from './additions.ts';
import { guardLines } from './guard-lines.ts';
import { type Line, linesBlock } from './line.ts';
import { part } from './part.ts';
import { questionBlocks } from './questions.ts';
import {
  changePieces,
  digestLine,
  holdingLine,
  inverseLine,
  practiceSentence,
  titleLine,
  whoLine,
} from './request-lines.ts';
import { suggestionBlocks } from './suggestions.ts';
import { stateLine } from './state-line.ts';
import { header } from './text.ts';
import { stepText } from '#operations/step-text.ts';

/** A path is too long to read on beside words, so it gets a line of its own. */
function stepLine(step: Step): Line {
  const { title, call } = stepText(step);
  return [{ said: title, max: 300 }, '\n', { code: call, max: 300 }];
}

/** What decides: the card's own lines, every change and every warning. Read in ten seconds, before anything that asks for an answer. */
export function planLead(picture: RequestPicture): KnownBlock[] {
  const { plan } = picture.record.terms;
  const lead: Line[] = [titleLine(picture), whoLine(picture)];
  return [
    linesBlock('plan.lead', picture.isPractice ? [[{ bold: practiceSentence }], ...lead] : lead),
    ...part({ id: 'plan.changes', title: 'Changes', lines: plan.changes.map(changePieces) }),
    ...additionBlocks('plan.additions', picture),
    ...questionBlocks('plan.questions', picture),
    ...suggestionBlocks('plan.suggestions', picture),
    linesBlock('plan.terms', [holdingLine(picture), inverseLine(picture), stateLine(picture), digestLine(picture)]),
    ...part({
      id: 'plan.warnings',
      title: 'Warnings',
      lines: plan.warnings.map((warning): Line => [{ said: warning, max: 300 }]),
    }),
  ];
}

/** Everything behind the lead, for whoever wants to know exactly what is sent. */
export function planDetails(picture: RequestPicture): KnownBlock[] {
  const { plan } = picture.record.terms;
  return [
    { type: 'divider', block_id: 'plan.divider' },
    header('In detail'),
    ...part({ id: 'plan.facts', title: 'What is known', lines: plan.facts.map(factLine) }),
    ...part({
      id: 'plan.steps',
      title: 'Sent, in this order',
      lines: plan.steps.map(stepLine),
      isOrdered: true,
    }),
    ...laterParts(plan),
    ...part({
      id: 'plan.guards',
      title: 'Read again just before sending; a difference stops it',
      lines: guardLines(plan.guards),
    }),
  ];
}

function factLine(fact: Plan['facts'][number]): Line {
  return [{ said: fact.label, max: 60 }, ': ', { said: fact.value }, ' · as of ', { at: fact.at }];
}

function laterParts(plan: Plan): KnownBlock[] {
  return [
    ...part({
      id: 'plan.compensations',
      title: 'Sent if the secret cannot be shown',
      lines: plan.compensations.map(stepLine),
    }),
    ...part({ id: 'plan.endings', title: 'Sent at the end of the lease', lines: plan.endings.map(stepLine) }),
    ...part({ id: 'plan.delivery', title: 'Delivery', lines: plan.delivery === 'collect' ? [deliveryLine(plan)] : [] }),
  ];
}

function deliveryLine(plan: Plan): Line {
  const again =
    plan.attempts > 1 ? ` If it cannot be shown, the same approval covers ${plan.attempts} attempts in all.` : '';
  return [`Nothing is sent until the requester presses Make my key.${again}`];
}
