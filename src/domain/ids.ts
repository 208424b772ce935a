declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `R` and 26 characters of Crockford base32, time-ordered: sorts by creation and is readable on a phone. */
export type RequestId = Branded<'RequestId'>;
/** A Slack user id (`U…` or `W…`). The only name for a person that a verified Slack payload proves. */
export type SlackUserId = Branded<'SlackUserId'>;
/** One human, whatever accounts they have: an entry of the policy's `people`, or `slack:<user id>` for anybody else. */
export type PersonId = Branded<'PersonId'>;
/** `<family>.<verb>`, equal to the operation's folder and file; never renamed. */
export type OperationId = Branded<'OperationId'>;

export const requestId = (text: string): RequestId => text as RequestId;
export const slackUserId = (text: string): SlackUserId => text as SlackUserId;
export const personId = (text: string): PersonId => text as PersonId;
export const operationId = (text: string): OperationId => text as OperationId;

export const isRequestId = (text: string): boolean => /^R[0-9A-HJKMNP-TV-Z]{26}$/.test(text);
export const isSlackUserId = (text: string): boolean => /^[UW][A-Z0-9]{2,20}$/.test(text);
export const channelPattern = /^[CG][A-Z0-9]{5,20}$/;
/** A public or private Slack channel; a conversation with one person begins with D and is none. */
export const isChannelId = (text: string): boolean => channelPattern.test(text);

/** What people see and type for a request: its last eight characters, enough to tell a company's requests apart. */
export const shortRequestId = (id: RequestId): string => `R-${id.slice(-8)}`;
