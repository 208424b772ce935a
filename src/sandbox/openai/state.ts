import type { Behaviour } from './behaviour.ts';
import type { Organization } from './organization.ts';

/** What one running emulator holds. `organization` is replaced as a whole when the emulator goes back to its seed. */
export interface EmulatorState {
  organization: Organization;
  readonly behaviour: Behaviour;
  readonly nowMs: () => number;
}
