import type { InputBlock, ModalView } from '@slack/types';
import { fieldBlock, reasonInput } from './form.ts';
import { linesBlock } from '../blocks/line.ts';
import { plain } from '../blocks/text.ts';
import type { Pointers } from '../ids.ts';
import { elementOf, valueAction } from './form-element.ts';
import { modal } from './modal.ts';
import type { Prefill } from './prefill.ts';
import type { Saying } from './saying.ts';
import { menuButton } from '../blocks/buttons.ts';

/** Block of the text input beside the menu of keys. */
export const redactedBlock = 'redacted';

/** What was filled in before, to be shown again. */
interface Kept {
  readonly picked?: Prefill;
  readonly redacted: string;
  readonly reason: string;
}

function keyInput(keyField: string, kept: Kept): InputBlock {
  return {
    type: 'input',
    block_id: fieldBlock(keyField),
    label: plain('Which key', 150),
    hint: plain('Type a part of its name, project or redacted value.', 300),
    optional: true,
    element: elementOf({ kind: 'key', label: '', hint: '', required: false }, kept.picked),
  };
}

function redactedInput({ redacted }: Kept): InputBlock {
  return {
    type: 'input',
    block_id: redactedBlock,
    label: plain('Or its redacted value', 150),
    hint: plain('Its beginning and end, as OpenAI shows it: sk-…AbCd. Never the whole key.', 300),
    optional: true,
    element: {
      type: 'plain_text_input',
      action_id: valueAction,
      max_length: 100,
      ...(redacted === '' ? {} : { initial_value: redacted }),
    },
  };
}

const leadText = 'Do not paste the key anywhere, not even here. One approval revokes it; that ends every use of it.';

/** Someone saw a key where it should not be: choose it, say where, and its revocation is asked for. The key itself is never typed. */
export function leakView(pointers: Pointers, keyField: string, kept: Kept): ModalView {
  return modal({
    title: 'Report a leak',
    callbackId: 'leak',
    metadata: pointers.seal('leak', {}),
    submit: 'Preview',
    close: 'Cancel',
    blocks: [
      linesBlock('leak.lead', [[leadText]]),
      keyInput(keyField, kept),
      redactedInput(kept),
      reasonInput(kept.reason, 'Where was it seen? Approvers read this.'),
    ],
  });
}

/** The answer to a raw key that somebody typed. The key is not repeated, and nothing of what they typed was kept. */
export function rawKeySaying(pointers: Pointers): Saying {
  return {
    title: 'That was a secret key',
    text: 'That looked like a secret key. Countersign kept nothing of it, but Slack may have; treat it as leaked and have it revoked.',
    blocks: [
      linesBlock('raw-key', [
        [{ bold: 'That looked like a secret key.' }],
        ['Countersign did not keep or repeat it. Treat it as leaked all the same: have it revoked and make a new one.'],
        ['Name keys by their name, id or redacted value.'],
      ]),
      {
        type: 'actions',
        block_id: 'raw-key.actions',
        elements: [menuButton(pointers, { label: 'Revoke it', target: { to: 'leak' }, style: 'danger' })],
      },
    ],
  };
}
