import type { ModalView } from '@slack/types';
import { paragraph } from '../blocks/text.ts';
import { modal } from './modal.ts';

/** Opened at once, because a trigger dies 3 s after the click; filled when the work is done. */
export function checkingView(sentence = 'Checking. This takes a moment.'): ModalView {
  return modal({ title: 'Checking…', blocks: [paragraph(sentence)] });
}

export function makingView(sentence = 'Making your key. Keep this window open.'): ModalView {
  return modal({ title: 'Making your key…', blocks: [paragraph(sentence)] });
}
