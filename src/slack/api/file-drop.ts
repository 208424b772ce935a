import { scrub } from '#domain/raw-key.ts';
import type { ListFile } from '#operations/lists/list-files.ts';
import type { DrawnMessage } from '../blocks/drawn-message.ts';
import type { CallSlack } from './call-slack.ts';
import type { Mouth } from './mouth.ts';
import type { UploadBytes } from './pinned-fetch.ts';
import { textAt } from './record.ts';

export interface Gift {
  /** What the files are, said in a message before them. */
  readonly letter: DrawnMessage;
  readonly files: readonly ListFile[];
}

export type Dropped = { readonly ok: true } | { readonly ok: false; readonly error: string };

/** Gives files to one person, in their own conversation with the bot and nowhere else. */
export interface FileDrop {
  give(user: string, gift: Gift): Promise<Dropped>;
}

type Uploaded = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly error: string };

export interface FileDropParts {
  readonly call: CallSlack;
  readonly mouth: Mouth;
  readonly upload: UploadBytes;
}

/** The first two of Slack's three steps; a file that is not completed belongs to nobody and is forgotten by Slack. */
async function uploadOne({ call, upload }: FileDropParts, file: ListFile): Promise<Uploaded> {
  const bytes = new TextEncoder().encode(scrub(file.text));
  const place = await call('files.getUploadURLExternal', { filename: file.name, length: bytes.byteLength });
  if (!place.ok) return place;
  const isTaken = await upload(textAt(place.data, 'upload_url'), bytes);
  return isTaken ? { ok: true, id: textAt(place.data, 'file_id') } : { ok: false, error: 'upload_failed' };
}

export function createFileDrop(parts: FileDropParts): FileDrop {
  return {
    async give(user, { letter, files }) {
      const ids: { id: string; title: string }[] = [];
      for (const file of files) {
        const uploaded = await uploadOne(parts, file);
        if (!uploaded.ok) return uploaded;
        ids.push({ id: uploaded.id, title: file.name });
      }
      // The letter comes after the bytes: nobody is told of a file that Slack did not take. It also opens the conversation,
      // whose id the last step asks for.
      const posted = await parts.mouth.post({ channel: user }, letter, { about: 'list' });
      if (!posted.ok) return posted;
      const channel = textAt(posted.data, 'channel');
      const completed = await parts.call('files.completeUploadExternal', { files: ids, channel_id: channel });
      return completed.ok ? { ok: true } : completed;
    },
  };
}
