/** How somebody proves outside Slack that it is they who approve; the order is the order of strength. */
export const stepUps = ['none', 'code', 'passkey'] as const;
export type StepUp = (typeof stepUps)[number];

/** What protects a decision besides the number of people. */
export interface Safeguards {
  readonly stepUp: StepUp;
  /** So long the plan was in front of an approver before Approve counts. */
  readonly dwellMs: number;
  /** So long after the last approval anybody who could have denied can still cancel; nothing is sent before. */
  readonly vetoMs: number;
  /** An approver types the name of the target or the request's short code. */
  readonly typed: boolean;
}

/** Safeguards as written. What is null falls back: a rule to its operation's tier, a tier to the house's default. */
export type WrittenSafeguards = { readonly [Key in keyof Safeguards]: Safeguards[Key] | null };

/** A slip of the finger is noticed within seconds; more than a minute would slow every approved change for nothing. */
export const longestTakeBackMs = 60_000;

export const noSafeguards: Safeguards = { stepUp: 'none', dwellMs: 0, vetoMs: 0, typed: false };

/** Both have to be satisfied: what protected the decision when it was asked for and what the policy says now. */
export function strictest(one: Safeguards, other: Safeguards): Safeguards {
  return {
    stepUp: isAtLeast(one.stepUp, other.stepUp) ? one.stepUp : other.stepUp,
    dwellMs: Math.max(one.dwellMs, other.dwellMs),
    vetoMs: Math.max(one.vetoMs, other.vetoMs),
    typed: one.typed || other.typed,
  };
}

/** Whether a proof of the first kind does where the second is asked for. */
export function isAtLeast(given: StepUp, asked: StepUp): boolean {
  return stepUps.indexOf(given) >= stepUps.indexOf(asked);
}
