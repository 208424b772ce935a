import type { Attention } from '#approvals/attention.ts';
import type { OperationId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { ListWish } from '#operations/lists/list-wish.ts';
import type { View } from '#operations/view.ts';
import type { Heard } from './heard.ts';
import type { DeskWish } from '#approvals/desk-wish.ts';
import type { Safeguards } from '#policy/safeguards.ts';
import type { Wait } from './asking/wait.ts';
import type { Handover } from './handover.ts';
import type { InstallationPicture } from './founding/installation.ts';
import type { RequestPicture } from './picture.ts';
import type { Would } from './would.ts';
import type { AskedProof } from './step-up/ask-proof.ts';
import type { Desk } from './desk-contents.ts';

/** A person as a verified Slack payload names them. Nothing in a payload but these says who somebody is. */
export interface Caller {
  readonly slackId: SlackUserId;
  /** The workspace of the person's account, where the payload says it. */
  readonly teamId: string | null;
  /** Which door they came through, for audit: `command`, `button`, `modal`, `shortcut`, `home`, `mention`, `options`, `cli`. */
  readonly via: string;
  /** Ids of the delivery that make a repeated one recognisable; null where repeating is harmless. */
  readonly deliveryKey: string | null;
  /** Shows this person one sentence while they wait for OpenAI’s limit, where there is a place to show it. */
  readonly onWait?: (sentence: string) => void;
}

/** The world failed while we looked; nothing was changed. `sentence` says what and what to do. */
export interface Failed {
  readonly kind: 'failed';
  readonly sentence: string;
}

/** What typed or picked words come to. `input` holds what could be understood; `missing` and `problems` name fields. */
export interface Resolution {
  readonly kind: 'resolution';
  readonly input: JsonObject;
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

/** `choices` are given when a name fits several things: the person picks, we never guess. */
export interface Problem {
  readonly field: string;
  readonly sentence: string;
  readonly choices: readonly Suggestion[];
}
export interface Suggestion {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}
export type ReadOutcome = { readonly kind: 'view'; readonly view: View } | Refusal | Failed;
/** `asks`: how whoever asked has to prove with Send that it is they; left out where nothing is asked. */
export type DraftOutcome =
  | { readonly kind: 'drafted'; readonly picture: RequestPicture; readonly asks?: AskedProof }
  | Refusal
  | Failed;

/** What was done at once, in one sentence for the person who did it. */
export type SaidOutcome = { readonly kind: 'done'; readonly sentence: string } | Refusal | Failed;

/** What a click or a submission did, in one sentence for the person who made it. */
export type ActOutcome =
  | {
      readonly kind: 'done';
      readonly sentence: string;
      readonly requestId: RequestId;
      /** For some seconds this person can take back what they did. */
      readonly canTakeBack?: boolean;
    }
  | Refusal
  | Failed;

/** What a person has to see before they say something. */
export type SightOutcome = { readonly kind: 'may'; readonly picture: RequestPicture } | Refusal | Failed;

/** `asks`: how this person has to prove with an approval that it is they; left out where nothing is asked. */
export type CheckOutcome =
  | {
      readonly kind: 'may';
      readonly picture: RequestPicture;
      readonly safeguards: Safeguards;
      readonly asks?: AskedProof;
    }
  | Refusal
  | Failed;

/** What people can say about a request between yes and no. */
export type Talk = 'ask' | 'answer' | 'change' | 'suggest' | 'add';

export type WouldOutcome = Would | Refusal | Failed;

/** Everything a face can ask for. Each begins by proving the caller's standing; each refusal of a known person is audited. */
export interface UseCases {
  /** Proves that this person may use the bot at all. */
  admit(caller: Caller): Promise<Refusal | null>;
  resolve(ask: {
    operationId: OperationId;
    words: Readonly<Record<string, string>>;
    caller: Caller;
  }): Promise<Resolution | Refusal | Failed>;
  /** `words` are what the same form holds already, by field: some things are listed inside others. */
  suggest(ask: {
    operationId: OperationId;
    field: string;
    query: string;
    words?: Readonly<Record<string, string>>;
    caller: Caller;
  }): Promise<readonly Suggestion[]>;
  /** `wish` is how a list is wanted; left out, it is as it comes. */
  read(ask: { operationId: OperationId; input: JsonObject; wish?: ListWish; caller: Caller }): Promise<ReadOutcome>;
  /** Stops something, at once. */
  stop(ask: { operationId: OperationId; input: JsonObject; reason: string; caller: Caller }): Promise<SaidOutcome>;
  /** Reads what the plan needs and shows it; nothing is asked of anybody yet. */
  draft(ask: {
    operationId: OperationId;
    input: JsonObject;
    reason: string;
    /** When it is to be carried out, in words (`today 17:00`); left out, as soon as it is approved. */
    when?: string;
    /** The caller's own open request that this one takes the place of. */
    changes?: RequestId;
    /** Declares an emergency: it is then to run on this person's word alone, if the policy names them for it. */
    emergency?: { readonly incident: string | null } | null;
    /** To be kept from everybody but those who decide, until some time after it ran; if the policy lets this person. */
    confidential?: boolean;
    caller: Caller;
  }): Promise<DraftOutcome>;
  /** Whether this person could ask for it confidentially, so that a form offers it. */
  mayBeConfidential(ask: { operationId: OperationId; caller: Caller }): Promise<boolean>;
  /** Sends a draft to the approvers, exactly as it was shown. */
  submit(ask: {
    requestId: RequestId;
    typedName: string | null;
    /** A one-time code, where one is asked for. */
    code?: string;
    caller: Caller;
  }): Promise<ActOutcome>;
  /** Whether this person could decide now; fetches the evidence that `decide` then commits on. */
  check(ask: { requestId: RequestId; kind: 'approve' | 'deny'; caller: Caller }): Promise<CheckOutcome>;
  decide(ask: {
    requestId: RequestId;
    kind: 'approve' | 'deny';
    comment: string;
    digest: string;
    /** What an approver did in front of the plan; left out, nothing is known of it. */
    attention?: Attention;
    /** A one-time code, where one is asked for. */
    code?: string;
    caller: Caller;
  }): Promise<ActOutcome>;
  /** Whether this person may ask, answer or change now; with what they have to see for it. */
  checkTalk(ask: { requestId: RequestId; talk: Talk; caller: Caller }): Promise<SightOutcome>;
  /** An approver asks the requester something; the clock of deciding stops, once. */
  ask(ask: { requestId: RequestId; text: string; caller: Caller }): Promise<ActOutcome>;
  answer(ask: { requestId: RequestId; question: number; text: string; caller: Caller }): Promise<ActOutcome>;
  /** An approver takes an approval back that they gave a moment ago. */
  takeBack(ask: { requestId: RequestId; caller: Caller }): Promise<ActOutcome>;
  /** Plans what an approver would approve instead, from words for the fields that would be less. Keeps nothing. */
  lookNarrower(ask: {
    requestId: RequestId;
    words: Readonly<Record<string, string>>;
    caller: Caller;
  }): Promise<WouldOutcome>;
  /** Suggests it: an approval of exactly what was shown, on the condition that the requester takes it. */
  suggestNarrower(ask: {
    requestId: RequestId;
    words: Readonly<Record<string, string>>;
    sight: string;
    at: Instant;
    caller: Caller;
  }): Promise<ActOutcome>;
  takeSuggestion(ask: { requestId: RequestId; suggestion: number; caller: Caller }): Promise<DraftOutcome>;
  keepMine(ask: { requestId: RequestId; suggestion: number; caller: Caller }): Promise<ActOutcome>;
  /** The requester takes it back, or anybody who could have denied it stops it before the first byte. */
  cancel(ask: { requestId: RequestId; caller: Caller }): Promise<ActOutcome>;
  /** Runs an approved request whose secret its requester collects now. `show` answers whether the person could see it. */
  collect(ask: {
    requestId: RequestId;
    caller: Caller;
    show: (handover: Handover) => Promise<boolean>;
    onWait: (sentence: string) => void;
  }): Promise<ActOutcome>;
  /** Notes what Slack told by itself; the one use case that nobody stands behind. */
  heard(heard: Heard): Promise<void>;
  /** The routine requests that this person could decide on now, at most 10, to be looked at together. */
  review(ask: {
    caller: Caller;
  }): Promise<{ readonly kind: 'review'; readonly pictures: readonly RequestPicture[] } | Refusal | Failed>;
  /** Approves each of these, and nothing but routine requests; each with its own answer. */
  approveTogether(ask: {
    picks: readonly { readonly requestId: RequestId; readonly digest: string }[];
    caller: Caller;
  }): Promise<
    | {
        readonly kind: 'reviewed';
        readonly results: readonly { readonly requestId: RequestId; readonly outcome: ActOutcome }[];
      }
    | Refusal
    | Failed
  >;
  /** Not for me; or, with `back`, for me after all. */
  stepAside(ask: { requestId: RequestId; back: boolean; caller: Caller }): Promise<ActOutcome>;
  /** The requester hurries those who could decide; the fewest who suffice, and not too often. */
  nudgeApprovers(ask: { requestId: RequestId; caller: Caller }): Promise<ActOutcome>;
  /** The requester says something more; what was asked for stays what it is. */
  addReason(ask: { requestId: RequestId; text: string; caller: Caller }): Promise<ActOutcome>;
  /** `wish` is what part of Home is looked at; left out, a little of each. `isRefresh`: nobody asked to see it just now. */
  desk(ask: { caller: Caller; wish?: DeskWish; isRefresh?: boolean }): Promise<Desk | Refusal | Failed>;
  confirmInstallation(ask: { subject: string; caller: Caller }): Promise<SaidOutcome>;
  installation(): Promise<InstallationPicture>;
  /** Everything about a request, for whoever may know of it; whoever could decide and has looked is not reminded any more. */
  look(ask: { requestId: RequestId; caller: Caller }): Promise<SightOutcome>;
  /** For drawing only; says nothing about who may see it. */
  picture(requestId: RequestId): Promise<RequestPicture | null>;
  /** How the waiting for approvers goes; null for what waits for none. For drawing only, likewise. */
  wait(requestId: RequestId): Promise<Wait | null>;
  /** By what a person typed: full or short id. */
  findRequest(text: string): Promise<RequestId | null>;
}
