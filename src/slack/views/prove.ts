import type { InputBlock, ModalView } from '@slack/types';
import type { RequestPicture } from '#workflow/picture.ts';
import { linkButton } from '../blocks/buttons.ts';
import { linesBlock } from '../blocks/line.ts';
import { planDetails, planLead } from '../blocks/plan-document.ts';
import { plain } from '../blocks/text.ts';
import { commentBlock } from './decide.ts';
import { valueAction } from './form-element.ts';
import { modal } from './modal.ts';

export const codeBlock = 'code';

// Six digits, and a space in their middle as some apps show them.
const CODE_MAX = 8;

export function codeInput(): InputBlock {
  return {
    type: 'input',
    block_id: codeBlock,
    label: plain('One-time code', 150),
    hint: plain('The newest code of your authenticator app. Each is used once.', 300),
    element: { type: 'plain_text_input', action_id: valueAction, min_length: 6, max_length: CODE_MAX },
  };
}

/** The window of an approval with a field for the code before its comment. */
export function withCode(view: ModalView): ModalView {
  const place = view.blocks.findIndex(({ block_id }) => block_id === commentBlock);
  return { ...view, blocks: view.blocks.toSpliced(Math.max(place, 0), 0, codeInput()) };
}

/** Where the passkey signs: not here. The window shows what it is about and leads to the page. */
export function signView(picture: RequestPicture, url: string): ModalView {
  return modal({
    title: 'Approve with passkey',
    close: 'Not now',
    blocks: [
      ...planLead(picture),
      linesBlock('sign.lead', [
        ['Your passkey signs exactly this, on a page that opens once. It is open for 10 minutes.'],
      ]),
      { type: 'actions', block_id: 'sign.page', elements: [linkButton('Open the page', url)] },
      ...planDetails(picture),
    ],
  });
}
