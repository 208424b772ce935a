import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

/** Names of messages that live: they are updated in place for as long as what they show changes. */
export const cardKey = (id: RequestId): string => `card:${id}`;
export const dmKey = (id: RequestId): string => `dm:${id}`;
export const ownerKey = (id: RequestId, keyId: string): string => `owner:${id}:${keyId}`;
/** The card that two people press before a new installation does anything. */
export const foundingKey = 'founding';
export const storyKey = (id: RequestId): string => `story:${id}`;

/** The card of a confidential request, for one of those who decide on it. */
export const confidantKey = (id: RequestId, to: SlackUserId): string => `card:${id}:${to}`;

/** Names what is told anew once a confidential request may be known. */
export const revealed = (key: string): string => `${key}:revealed`;

/** Each question is a message of its own, because a message that is only updated rings no phone. */
export const questionKey = (id: RequestId, question: number): string => `question:${id}:${question}`;

/** So is each suggestion. */
export const suggestionKey = (id: RequestId, suggestion: number): string => `suggestion:${id}:${suggestion}`;

/** Each time that somebody is asked for a decision is one as well. */
export const reminderKey = (id: RequestId, { person, number }: { person: PersonId; number: number }): string =>
  `reminder:${id}:${person}:${number}`;

/** Names the redrawing that waits for its time, so that one done before does not stand in for it. */
export const later = (key: string): string => `${key}:later`;

/** Where a message that is updated in place stands in Slack. */
export interface MessagePlace {
  readonly channelId: string;
  readonly ts: string;
}

export interface MessageReader {
  place(key: string): Promise<MessagePlace | null>;
}

export interface MessageWriter extends MessageReader {
  remember(key: string, place: MessagePlace, at: Instant): Promise<void>;
}
