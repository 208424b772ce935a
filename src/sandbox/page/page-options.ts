/** What the page is told once, at the start: names that neither the seat nor the stage carries. */
export interface PageOptions {
  /** 0 or nothing: any free port. */
  readonly port?: number;
  readonly host?: '127.0.0.1';
  /** The slash command's name with its slash, e.g. `/openai`. */
  readonly commandName: string;
  /** Above the channels; without it the organization's name stands there. */
  readonly workspaceName?: string;
  readonly shortcuts: readonly { readonly callbackId: string; readonly name: string }[];
  /** A short caption by user id: "engineer", "approver", "security". The tour casts its two players by these words. */
  readonly roles: Readonly<Record<string, string>>;
  /** Offered while a command is being typed: the words after the command's name, and what they do. */
  readonly commandHints?: readonly { readonly words: string; readonly does: string }[];
  /** Handles by user group id, without '@'; an unknown group is drawn by its id. */
  readonly userGroups?: Readonly<Record<string, string>>;
  /** Who plays in the tour and where; what is missing is guessed from `roles` and the channels' names. */
  readonly tour?: TourCast;
  /** Told of every error that an act or a control threw; the browser gets one plain sentence instead. */
  readonly onFault?: (error: unknown) => void;
}

export interface TourCast {
  readonly requesterId?: string;
  readonly approverId?: string;
  readonly askInChannelId?: string;
  readonly approveInChannelId?: string;
}

export interface Page {
  readonly url: string;
  close(): Promise<void>;
}
