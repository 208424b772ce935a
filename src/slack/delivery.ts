import type { Caller } from '#workflow/use-cases.ts';
import type { Filled } from './payload.ts';

/** What a verified delivery comes to once it has been read: the only form in which handlers see one. */

export interface CommandDelivery {
  readonly caller: Caller;
  readonly channelId: string;
  readonly text: string;
  readonly triggerId: string;
  readonly responseUrl: string;
}

export type PressPlace =
  | { readonly in: 'message'; readonly channelId: string; readonly ts: string; readonly isEphemeral: boolean }
  | { readonly in: 'modal'; readonly viewId: string }
  | { readonly in: 'home'; readonly viewId: string };

export interface PressDelivery {
  readonly caller: Caller;
  readonly actionId: string;
  readonly value: string;
  readonly triggerId: string;
  readonly responseUrl: string | null;
  readonly place: PressPlace;
}

export interface SubmissionDelivery {
  readonly caller: Caller;
  readonly viewId: string;
  readonly callbackId: string;
  readonly metadata: string;
  /** By block id, then action id. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Filled>>>>;
}

export interface LookupDelivery {
  readonly caller: Caller;
  readonly blockId: string;
  readonly query: string;
  readonly callbackId: string;
  readonly metadata: string;
  /** What the form holds already, where Slack says it. */
  readonly values: SubmissionDelivery['values'];
}

export interface ShortcutDelivery {
  readonly caller: Caller;
  readonly triggerId: string;
}

export interface HomeDelivery {
  readonly caller: Caller;
  readonly tab: string;
  /** Of the Home that stands there now, where there is one. */
  readonly hash: string | null;
}

export interface MentionDelivery {
  readonly caller: Caller;
  readonly channelId: string;
  readonly threadTs: string;
  readonly text: string;
}

export interface UserChangeDelivery {
  /** Nobody asks for anything here. */
  readonly caller?: undefined;
  readonly userId: string;
  readonly is: 'changed' | 'gone' | 'new';
}

export interface ChannelChangeDelivery {
  readonly caller?: undefined;
  readonly changed: string;
}

export interface GroupChangeDelivery {
  readonly caller?: undefined;
  readonly slackGroup: string;
}
