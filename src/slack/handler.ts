import type { ModalView, PlainTextOption } from '@slack/types';
import type {
  ChannelChangeDelivery,
  CommandDelivery,
  GroupChangeDelivery,
  HomeDelivery,
  LookupDelivery,
  MentionDelivery,
  PressDelivery,
  ShortcutDelivery,
  SubmissionDelivery,
  UserChangeDelivery,
} from './delivery.ts';
import type { Kit } from './kit.ts';

/** Tells Slack that a delivery has arrived; 3 s after the click it is too late. */
export type Ack = () => Promise<void>;
export type SubmissionAck = (
  answer?:
    | { readonly response_action: 'update'; readonly view: ModalView }
    | { readonly response_action: 'errors'; readonly errors: Record<string, string> },
) => Promise<void>;
export type LookupAck = (answer: { readonly options: PlainTextOption[] }) => Promise<void>;

export type HandleCommand = (kit: Kit, delivery: CommandDelivery, ack: Ack) => Promise<void>;
export type HandlePress = (kit: Kit, delivery: PressDelivery, ack: Ack) => Promise<void>;
export type HandleSubmission = (kit: Kit, delivery: SubmissionDelivery, ack: SubmissionAck) => Promise<void>;
export type HandleLookup = (kit: Kit, delivery: LookupDelivery, ack: LookupAck) => Promise<void>;
export type HandleShortcut = (kit: Kit, delivery: ShortcutDelivery, ack: Ack) => Promise<void>;
export type HandleHome = (kit: Kit, delivery: HomeDelivery) => Promise<void>;
export type HandleMention = (kit: Kit, delivery: MentionDelivery) => Promise<void>;
export type HandleChannelChange = (kit: Kit, delivery: ChannelChangeDelivery) => Promise<void>;
export type HandleGroupChange = (kit: Kit, delivery: GroupChangeDelivery) => Promise<void>;
export type HandleUserChange = (kit: Kit, delivery: UserChangeDelivery) => Promise<void>;
