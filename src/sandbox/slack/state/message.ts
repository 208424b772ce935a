import type { BlockJson } from '../seat.ts';
import type { JsonRecord } from '../record.ts';

export interface Message {
  readonly ts: string;
  readonly channelId: string;
  readonly userId: string;
  readonly text: string;
  readonly blocks: readonly BlockJson[];
  readonly attachments: readonly JsonRecord[];
  readonly threadTs: string | null;
  /** True when it was updated in a way that shows "(edited)". */
  readonly edited: boolean;
  /** The only person who sees it, or null for everybody in the channel. */
  readonly ephemeralTo: string | null;
  readonly fileIds: readonly string[];
  readonly metadata: JsonRecord | null;
}

export type MessageDraft = Pick<Message, 'channelId' | 'userId' | 'text'> & Partial<Message>;
