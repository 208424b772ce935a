import type { ModalView, RichTextBlock } from '@slack/types';
import type { Handover } from '#workflow/handover.ts';
import { type Line, linesBlock } from '../blocks/line.ts';
import { modal } from './modal.ts';

function copyable(blockId: string, text: string): RichTextBlock {
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  };
}

const test = `curl -s https://api.openai.com/v1/models -H "Authorization: Bearer $OPENAI_API_KEY"`;

/**
 * The only view that holds a key. Without inputs, submit or notice of closing, because Slack repeats a view's blocks in every
 * payload about it; sent only by the client that cannot log.
 */
export function secretView(handover: Handover): ModalView {
  const key = handover.secret.reveal();
  const ends: Line = handover.endsAt === null ? [] : [' It ends ', { at: handover.endsAt }, '.'];
  return modal({
    title: 'Your key, shown once',
    close: 'I have stored it',
    blocks: [
      linesBlock('key.lead', [
        [{ bold: handover.name, max: 80 }, ' in ', { bold: handover.projectName, max: 80 }, '.', ...ends],
        ['Copy it now into your secret store. Nobody can show it again, not even Countersign.'],
      ]),
      copyable('key.value', key),
      linesBlock('key.shell', [['For a shell:']]),
      copyable('key.export', `export OPENAI_API_KEY=${key}`),
      linesBlock('key.try', [['To try it:']]),
      copyable('key.test', test),
    ],
  });
}
