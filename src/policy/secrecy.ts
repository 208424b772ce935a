/** Which requests a few people may keep among themselves, and for how long after they ran. A policy without this section allows it to nobody. */
export interface Confidential {
  readonly operations: readonly string[];
  /** Names of people and groups. */
  readonly requesters: readonly string[];
  /** Groups whose members are asked instead of those of the rule. */
  readonly approvers: readonly string[];
  readonly delayMs: number;
}
