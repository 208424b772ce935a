/** A file that was uploaded; private to the bot until it is shared into a channel. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly filetype: string;
  readonly altText: string;
  readonly bytes: Uint8Array;
  readonly userId: string;
  readonly createdAtMs: number;
  /** Where it was shared: channel id and the message's ts. */
  readonly shares: readonly { readonly channelId: string; readonly ts: string }[];
}

/** An upload URL that was handed out (step 1 of 3) and what arrived there (step 2). */
export interface PendingUpload {
  readonly fileId: string;
  readonly name: string;
  readonly length: number;
  readonly altText: string;
  readonly bytes: Uint8Array | null;
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  csv: 'text/csv',
  json: 'application/json',
  txt: 'text/plain',
  md: 'text/markdown',
};

/** Slack tells a file's type by its name. */
export function fileTypeOf(name: string): { readonly filetype: string; readonly mimetype: string } {
  const extension = name.includes('.') ? (name.split('.').at(-1) ?? '').toLowerCase() : '';
  return {
    filetype: extension === '' ? 'binary' : extension,
    mimetype: TYPES[extension] ?? 'application/octet-stream',
  };
}
