import type { KnownBlock, ModalView } from '@slack/types';
import type { NextStep, Refusal } from '#domain/refusal.ts';
import type { Failed } from '#workflow/use-cases.ts';
import type { PrivateMessage } from '../api/response-url.ts';
import { menuButton, startButtons } from '../blocks/buttons.ts';
import { sentences } from '../blocks/drawn-message.ts';
import { type Line, linesBlock } from '../blocks/line.ts';
import type { Pointers } from '../ids.ts';
import { modal } from './modal.ts';

/** Something one person is told: in the channel for their eyes only, or in the modal that is open already. */
export interface Saying {
  readonly title: string;
  readonly text: string;
  readonly blocks: KnownBlock[];
}

function saying(title: string, lines: readonly Line[], more: KnownBlock[] = []): Saying {
  return { title, text: sentences(lines), blocks: [linesBlock('said', lines), ...more] };
}

export function sentence(text: string, title = 'Countersign'): Saying {
  return saying(title, [[{ said: text, max: 1000 }]]);
}

function helpful(pointers: Pointers, next: NextStep | null): KnownBlock[] {
  if (next === null) return [];
  const buttons =
    next.kind === 'menu'
      ? [menuButton(pointers, { label: next.label, target: { to: 'menu' } })]
      : startButtons(pointers, [{ label: next.label, operation: next.operation, input: next.input, style: 'plain' }]);
  return buttons.length === 0 ? [] : [{ type: 'actions', block_id: 'next', elements: buttons }];
}

/** Every refusal in the one shape: what, the one rule, who can, and a button that helps. */
function refusalSaying(pointers: Pointers, refusal: Refusal): Saying {
  const who: Line[] = refusal.whoCan === '' ? [] : [['Who can: ', { said: refusal.whoCan, max: 300 }]];
  return saying(
    'Not possible',
    [[{ bold: refusal.what, max: 300 }], [{ said: refusal.rule, max: 500 }], ...who],
    helpful(pointers, refusal.next),
  );
}

/** What a use case answered, as its person is told it. */
export function outcomeSaying(
  pointers: Pointers,
  outcome: Refusal | Failed | { readonly kind: 'done'; readonly sentence: string },
): Saying {
  switch (outcome.kind) {
    case 'refusal':
      return refusalSaying(pointers, outcome);
    case 'failed':
      return saying('Not done', [[{ said: outcome.sentence, max: 1000 }]]);
    case 'done':
      return saying('Done', [[{ said: outcome.sentence, max: 1000 }]]);
  }
}

export function asModal(said: Saying): ModalView {
  return modal({ title: said.title, blocks: said.blocks });
}

export function asMessage(said: Saying): PrivateMessage {
  return { text: said.text, blocks: said.blocks };
}
