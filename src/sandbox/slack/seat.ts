/**
 * The seat in front of the emulated Slack: what one person can see and do there, the same acts a Slack client offers and
 * nothing more. The browser page, the scenario tests and the rehearsal all sit here; none of them reaches into the bot.
 */

/** JSON of a Block Kit block or element as the bot sent it; the emulator has validated it against Slack's limits. */
export type BlockJson = Readonly<Record<string, unknown>> & { readonly type: string };

export interface SeatPerson {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly email: string;
  /** 'bot' is the app's own user; it cannot be sat on. */
  readonly kind: 'member' | 'guest' | 'single-channel-guest' | 'bot' | 'deactivated' | 'stranger';
}

export interface SeatChannel {
  readonly id: string;
  /** Channel name without '#', or the other person's name for a DM. */
  readonly name: string;
  readonly kind: 'public' | 'private' | 'dm';
  readonly unread: number;
  readonly isMember: boolean;
}

export interface SeatFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly altText: string;
  readonly bytes: Uint8Array;
}

export interface SeatMessage {
  readonly ts: string;
  readonly channelId: string;
  readonly userId: string;
  readonly text: string;
  readonly blocks: readonly BlockJson[];
  readonly threadTs: string | null;
  readonly replyCount: number;
  readonly edited: boolean;
  /** An ephemeral message is visible to one person only and is gone on reset. */
  readonly ephemeral: boolean;
  readonly files: readonly SeatFile[];
}

export interface SeatView {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly BlockJson[];
  /** 1..3: how many views are stacked, this one on top. */
  readonly depth: number;
  /** Errors that the last submission answered, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Where a clicked element stands. */
export type ClickPlace =
  | { readonly in: 'message'; readonly channelId: string; readonly ts: string }
  | { readonly in: 'view'; readonly viewId: string };

/** `state.values` of a view or message as Slack sends it: block_id → action_id → the element's state. */
export type SeatState = Readonly<Record<string, Readonly<Record<string, BlockJson>>>>;

export interface Click {
  readonly place: ClickPlace;
  readonly blockId: string;
  readonly actionId: string;
  /** For selects: the chosen option(s) value(s). For buttons nothing is needed: the emulator knows the button's value. */
  readonly choice?: { readonly value: string; readonly label: string };
  readonly state?: SeatState;
}

/** What the person sees at once. `failed` is the text a real client shows (`operation_timeout`, `dispatch_failed`, …). */
export type SeatOutcome = { readonly ok: true } | { readonly ok: false; readonly failed: string };

export interface SeatOption {
  readonly value: string;
  readonly label: string;
  readonly description: string | null;
}

/** Every act resolves when the bot has acknowledged (or Slack's 3 s have passed), not when all its messages have arrived. */
export interface Seat {
  people(): readonly SeatPerson[];
  channels(userId: string): readonly SeatChannel[];
  /** Newest last; thread replies only with `threadTs`. At most the newest 200. */
  messages(userId: string, place: { channelId: string; threadTs?: string }): readonly SeatMessage[];
  /** The top of this person's modal stack. */
  modal(userId: string): SeatView | null;
  home(userId: string): SeatView | null;

  /** Type `/openai …` into a channel: `text` includes the slash and the command's name. */
  command(userId: string, place: { channelId: string; text: string }): Promise<SeatOutcome>;
  /** Send an ordinary message; one that mentions the bot becomes an `app_mention` event. */
  say(userId: string, place: { channelId: string; text: string; threadTs?: string }): Promise<SeatOutcome>;
  click(userId: string, click: Click): Promise<SeatOutcome>;
  /** Options of an external select in a view or message. */
  options(
    userId: string,
    ask: { place: ClickPlace; blockId: string; actionId: string; query: string },
  ): Promise<readonly SeatOption[]>;
  submit(userId: string, form: { viewId: string; state: SeatState }): Promise<SeatOutcome>;
  closeModal(userId: string): Promise<SeatOutcome>;
  /** Run a global shortcut by its callback_id. */
  shortcut(userId: string, callbackId: string): Promise<SeatOutcome>;
  openHome(userId: string): Promise<SeatOutcome>;

  /** Called after anything changed that somebody could see. Returns the way to stop listening. */
  subscribe(listener: () => void): () => void;
}
