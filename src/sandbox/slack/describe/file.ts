import type { JsonRecord } from '../record.ts';
import type { StoredFile } from '../state/file.ts';
import type { Workspace } from '../state/workspace.ts';

/** A file object (Slack API docs, "File object"). */
export function describeFile(workspace: Workspace, file: StoredFile): JsonRecord {
  const url = `${workspace.baseUrl()}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: Math.floor(file.createdAtMs / 1000),
    timestamp: Math.floor(file.createdAtMs / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype.toUpperCase(),
    user: file.userId,
    size: file.bytes.byteLength,
    alt_txt: file.altText,
    mode: 'hosted',
    is_external: false,
    is_public: file.shares.length > 0,
    url_private: url,
    url_private_download: url,
    permalink: url,
    ...sharesOf(file),
  };
}

function sharesOf(file: StoredFile): JsonRecord {
  const channels = file.shares.map((share) => share.channelId);
  return {
    channels: channels.filter((id) => id.startsWith('C')),
    groups: [],
    ims: channels.filter((id) => id.startsWith('D')),
    shares: { public: Object.fromEntries(file.shares.map((share) => [share.channelId, [{ ts: share.ts }]])) },
  };
}
