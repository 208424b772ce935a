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
