import { describeFile } from '../../describe/file.ts';
import { isRecord, type JsonRecord, textAt } from '../../record.ts';
import { fileTypeOf, type StoredFile } from '../../state/file.ts';
import { postMessage } from '../../state/messages.ts';
import { setBounded } from '../../bounded-map.ts';
import { ApiError } from '../api-error.ts';
import { postingTarget } from '../find-channel.ts';
import { posted, readContent } from '../message-content.ts';
import { type ApiCall, method } from '../method.ts';

/** Uploading in three steps: ask for a URL, send the bytes there, complete. */
export const files = [
  method('files.getUploadURLExternal', { scopes: ['files:write'], rate: 'tier4', run: getUrl }),
  method('files.completeUploadExternal', { scopes: ['files:write'], rate: 'tier4', run: complete }),
  method('files.info', { scopes: ['files:read'], rate: 'tier4', run: info }),
];

/** Uploads that were started and never completed. */
const MAX_PENDING = 100;

function getUrl(call: ApiCall): JsonRecord {
  const name = call.args.needText('filename');
  const length = Number(call.args.needText('length'));
  if (!Number.isInteger(length) || length <= 0) throw new ApiError('invalid_arguments');
  const fileId = call.workspace.mint.id('F');
  const altText = call.args.text('alt_text') ?? call.args.text('alt_txt') ?? '';
  const token = call.workspace.mint.secret();
  setBounded(call.workspace.uploads, {
    key: token,
    value: { fileId, name, length, altText, bytes: null },
    max: MAX_PENDING,
  });
  return { upload_url: `${call.workspace.baseUrl()}/upload/v1/${token}`, file_id: fileId };
}

function complete(call: ApiCall): JsonRecord {
  const listed = call.args.json('files');
  if (!Array.isArray(listed) || listed.length === 0) throw new ApiError('invalid_arguments');
  // Everything is checked before anything is stored: a refused call leaves nothing behind.
  const channelId = call.args.text('channel_id');
  const channel = channelId === null ? null : postingTarget(call, channelId);
  const content = readContent(call.workspace, call.args);
  const stored = listed.map((entry: unknown) => fileOf(call, isRecord(entry) ? entry : {}));
  for (const [token, pending] of call.workspace.uploads) {
    if (stored.some((file) => file.id === pending.fileId)) call.workspace.uploads.delete(token);
  }
  for (const file of stored) call.workspace.files.set(file.id, file);
  if (channel !== null) {
    const text = call.args.text('initial_comment') ?? '';
    const threadTs = call.args.text('thread_ts');
    const fileIds = stored.map((file) => file.id);
    const message = postMessage(call.workspace, {
      ...posted(content),
      channelId: channel.id,
      userId: call.workspace.app.botUserId,
      text,
      threadTs,
      fileIds,
    });
    for (const file of stored)
      call.workspace.files.set(file.id, { ...file, shares: [{ channelId: channel.id, ts: message.ts }] });
  }
  return { files: stored.map((file) => describeFile(call.workspace, call.workspace.files.get(file.id) ?? file)) };
}

function fileOf(call: ApiCall, entry: JsonRecord): StoredFile {
  const id = textAt(entry, 'id') ?? '';
  const upload = [...call.workspace.uploads.values()].find((pending) => pending.fileId === id);
  if (upload === undefined || upload.bytes === null) throw new ApiError('file_not_found');
  return {
    id,
    name: upload.name,
    title: textAt(entry, 'title') ?? upload.name,
    ...fileTypeOf(upload.name),
    altText: upload.altText,
    bytes: upload.bytes,
    userId: call.workspace.app.botUserId,
    createdAtMs: call.workspace.clock.nowMs(),
    shares: [],
  };
}

function info(call: ApiCall): JsonRecord {
  const file = call.workspace.files.get(call.args.needText('file'));
  if (file === undefined) throw new ApiError('file_not_found');
  return { file: describeFile(call.workspace, file), comments: [], response_metadata: { next_cursor: '' } };
}
