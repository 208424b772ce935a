/** How the emulated Slack behaves; a test or the rehearsal changes these while it runs. */
export interface Behaviour {
  /** How long Slack waits for an acknowledgement: 3 s (Slack API docs, "Handling user interaction"). Real time. */
  ackTimeoutMs: number;
  /** How long a trigger_id can open a view: 3 s (Slack API docs, views.open). Real time. */
  triggerLifetimeMs: number;
  rateLimits: {
    /** chat.postMessage: about one message a second a channel. */
    perChannel: boolean;
    /** The tiers of all other methods (Slack API docs, "Rate limits"). */
    perMethod: boolean;
  };
  /**
   * Slack lets none of these act, so a bot's own refusal could never be seen. Set, the emulator delivers what they do
   * all the same: a deactivated account whose session is still open, a bot that clicks, a stranger's slash command.
   */
  deliverForDeactivated: boolean;
  deliverForBots: boolean;
  deliverForStrangers: boolean;
  /** When an event that was not acknowledged is sent again: at once, after 1 min, after 5 min (Slack API docs, Events API). */
  eventRetryDelaysMs: readonly number[];
  /** Socket Mode: how often each envelope arrives. Slack repeats one whose acknowledgement it did not see. */
  socketCopies: number;
  /** Fields left out of user objects, as Slack does for some kinds of user. */
  hiddenUserFields: readonly string[];
  /** Set, Slack answers no call at all: an outage. */
  isDown: boolean;
}

export function defaultBehaviour(): Behaviour {
  return {
    ackTimeoutMs: 3000,
    triggerLifetimeMs: 3000,
    rateLimits: { perChannel: true, perMethod: true },
    deliverForDeactivated: false,
    deliverForBots: false,
    deliverForStrangers: false,
    eventRetryDelaysMs: [0, 60_000, 300_000],
    socketCopies: 1,
    hiddenUserFields: [],
    isDown: false,
  };
}
