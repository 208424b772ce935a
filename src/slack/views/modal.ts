import type { KnownBlock, ModalView } from '@slack/types';
import { plain } from '../blocks/text.ts';

/** A modal. Slack gives title and buttons 24 characters each. */
export function modal(content: {
  title: string;
  blocks: KnownBlock[];
  callbackId?: string;
  submit?: string;
  close?: string;
  metadata?: string;
}): ModalView {
  return {
    type: 'modal',
    title: plain(content.title, 24),
    close: plain(content.close ?? 'Close', 24),
    blocks: content.blocks,
    ...(content.callbackId === undefined ? {} : { callback_id: content.callbackId }),
    ...(content.submit === undefined ? {} : { submit: plain(content.submit, 24) }),
    ...(content.metadata === undefined ? {} : { private_metadata: content.metadata }),
  };
}
