import type { PersonId } from '#domain/ids.ts';

/** Who may do what alone in an emergency. A policy without this section allows it to nobody. */
export interface BreakGlass {
  /** Entries of `people`, never groups: whoever runs a Slack group could add themselves. */
  readonly people: readonly PersonId[];
  readonly operations: readonly string[];
  /** From asking to being carried out. */
  readonly lifetimeMs: number;
  /** What the link to the incident looks like; `*` stands for any characters. */
  readonly incident: string;
  /** Groups of which everybody is told by name. */
  readonly notify: readonly string[];
}

/** What can be done at the desk: it only takes away, and nobody gains by it. No policy can put anything else there. */
export const deskOperations = ['freezes.freeze', 'keys.pause', 'keys.revoke', 'projects.contain'] as const;
export type DeskOperation = (typeof deskOperations)[number];

/** Who may stop things alone on the bot’s own page, with their passkey. A policy without this section has no desk. */
export interface EmergencyDesk {
  /** Entries of `people`, never groups: while Slack does not answer nobody can be asked who is in one. */
  readonly people: readonly PersonId[];
  readonly operations: readonly DeskOperation[];
  /** So many things of one person may wait for their review; the next waits for one of them. */
  readonly mostUnreviewed: number;
}
