import type { Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';

/** Kinds of entries, one list for the whole house. Names are never reused with another meaning. */
export const entryKinds = [
  'installation.started',
  'installation.confirmed',
  'installation.founded',
  'request.made',
  'request.refused',
  'request.decided',
  'question.asked',
  'question.answered',
  'decision.taken-back',
  'suggestion.made',
  'suggestion.kept',
  'suggestion.taken',
  'request.moved',
  'request.read',
  'call.intended',
  'call.settled',
  'secret.collected',
  'secret.lost',
  'person.refused',
  'lease.started',
  'lease.ended',
  'background.reads',
  'finding.raised',
  'freeze.begun',
  'freeze.ended',
  'rollout.opened',
  'rollout.held',
  'glass.broken',
  'desk.opened',
  'desk.signed',
  'step-up.granted',
  'step-up.enrolled',
  'step-up.locked',
  'step-up.recovering',
  'step-up.reset',
  'host.asked',
  'host.answered',
  'order.begun',
  'order.ended',
  'order.used',
  'debt.opened',
  'debt.closed',
  'group.first-seen',
  'group.changed',
  'approver.stepped-aside',
  'approver.returned',
  'approvers.asked',
  'others.told',
  'approvers.widened',
  'request.nudged',
  'request.added-to',
  'policy.adopted',
  'policy.proposed',
  'people.bound',
  'people.unbound',
  'people.listed',
  'person.suspended',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/**
 * What an entry says. Names and free text stand only here, so that a body can be erased while the chain still verifies. `who` is the
 * Slack user id or `system:<job>`. Never holds a secret.
 */
export interface EntryBody {
  readonly v: 1;
  readonly kind: EntryKind;
  readonly who: string;
  readonly what: JsonObject;
}

/** One link of the chain as it is stored. Hashes are lower-case hex. */
export interface Entry {
  readonly seq: number;
  readonly at: Instant;
  readonly requestId: string | null;
  /** Hash of the entry before; 64 zeros before entry 1. */
  readonly prev: string;
  /** SHA-256(0x00 ‖ seq ‖ prev ‖ bodyHash); also the Merkle leaf. */
  readonly hash: string;
  /** SHA-256(salt ‖ canonical body). Kept when the body is erased. */
  readonly bodyHash: string;
  /** Null once erased, together with the salt. */
  readonly body: string | null;
  readonly salt: string | null;
}
