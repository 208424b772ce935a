import { assignIds } from '../blocks/assign-ids.ts';
import { asMessages, validateBlocks } from '../blocks/validate-blocks.ts';
import { isRecord, type JsonRecord, textAt } from '../record.ts';
import type { BlockJson } from '../seat.ts';
import type { Message } from '../state/message.ts';
import type { Workspace } from '../state/workspace.ts';
import { missingFiles } from './missing-files.ts';
import { ApiError, refusal } from './api-error.ts';
import type { Arguments } from './arguments.ts';

/** What a message says; null where the call did not mention it. */
export interface MessageContent {
  readonly text: string | null;
  readonly blocks: readonly BlockJson[] | null;
  readonly attachments: readonly JsonRecord[] | null;
  readonly metadata: JsonRecord | null;
  readonly truncated: boolean;
}

/** Slack cuts a text at 40 000 characters and a Markdown text's limit is 12 000 (Slack API docs, chat.postMessage). */
const MAX_TEXT = 40_000;
const MAX_MARKDOWN = 12_000;
const MAX_ATTACHMENTS = 100;

/** @throws ApiError no_text, invalid_blocks, invalid_blocks_format, markdown_text_conflict, msg_too_long, … */
export function readContent(workspace: Workspace, args: Arguments): MessageContent {
  const markdown = args.text('markdown_text');
  const text = args.text('text');
  const blocks = markdown === null ? readBlocks(workspace, args) : markdownBlocks(workspace, { markdown, args });
  const attachments = readAttachments(args);
  const metadata = readMetadata(args);
  return {
    text: text?.slice(0, MAX_TEXT) ?? null,
    blocks,
    attachments,
    metadata,
    truncated: (text?.length ?? 0) > MAX_TEXT,
  };
}

/** A message needs something to show. @throws ApiError no_text */
export function needSomething(content: MessageContent): void {
  const shown = [content.blocks, content.attachments].some((part) => part !== null && part.length > 0);
  if (content.text === null && !shown) throw new ApiError('no_text');
}

/** The stored part of a message that was posted with this content. */
export function posted(content: MessageContent): Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata'> {
  const blocks = content.blocks ?? [];
  return {
    text: content.text ?? textOf(blocks),
    blocks,
    attachments: content.attachments ?? [],
    metadata: content.metadata,
  };
}

/** What Slack puts into `text` when an app sends blocks only: the words of the blocks. */
export function textOf(blocks: readonly JsonRecord[]): string {
  const words = blocks.flatMap((block) => {
    const text = block['text'];
    return isRecord(text) ? [textAt(text, 'text') ?? ''] : [];
  });
  return words.filter((word) => word !== '').join(' ');
}

function readBlocks(workspace: Workspace, args: Arguments): readonly BlockJson[] | null {
  const blocks = args.json('blocks');
  if (blocks === null) return null;
  if (!Array.isArray(blocks)) throw new ApiError('invalid_blocks_format');
  const messages = [...asMessages(validateBlocks('message', blocks)), ...missingFiles(workspace, blocks, '/blocks')];
  if (messages.length > 0) throw refusal('invalid_blocks', messages);
  return assignIds(workspace.mint, blocks);
}

function markdownBlocks(workspace: Workspace, given: { markdown: string; args: Arguments }): readonly BlockJson[] {
  if (given.args.has('text') || given.args.has('blocks')) throw new ApiError('markdown_text_conflict');
  if (given.markdown.length > MAX_MARKDOWN) throw new ApiError('msg_too_long');
  return assignIds(workspace.mint, [{ type: 'markdown', text: given.markdown }]);
}

function readAttachments(args: Arguments): readonly JsonRecord[] | null {
  const attachments = args.json('attachments');
  if (attachments === null) return null;
  if (!Array.isArray(attachments)) throw new ApiError('invalid_attachments');
  if (attachments.length > MAX_ATTACHMENTS) throw new ApiError('too_many_attachments');
  const problems = attachments.flatMap((entry: unknown, index) =>
    isRecord(entry) && entry['blocks'] !== undefined
      ? validateBlocks('message', entry['blocks'], `/attachments/${index}/blocks`)
      : [],
  );
  if (problems.length > 0) throw refusal('invalid_blocks', asMessages(problems));
  return attachments.filter(isRecord);
}

function readMetadata(args: Arguments): JsonRecord | null {
  const metadata = args.json('metadata');
  if (metadata === null) return null;
  const wellFormed =
    isRecord(metadata) &&
    (Object.keys(metadata).length === 0 ||
      (textAt(metadata, 'event_type') !== null && isRecord(metadata['event_payload'])));
  if (!wellFormed) throw new ApiError('invalid_metadata_format');
  return metadata;
}
