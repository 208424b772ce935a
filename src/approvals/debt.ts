import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import { dayMs, type Instant } from '#domain/instant.ts';

/** In which way something was done with less than the usual consent: by one person in an emergency, or at the desk, which needs no Slack. */
export type DebtKind = 'break-glass' | 'without-slack';

/** Something that was done with less than the usual consent and that another person has still to review. */
export interface Debt {
  readonly id: number;
  readonly requestId: RequestId;
  readonly kind: DebtKind;
  readonly by: { readonly personId: PersonId; readonly slackId: SlackUserId; readonly name: string };
  /** What was done, as the request's title. */
  readonly title: string;
  /** Where people talk about the emergency; of the desk, where nobody may be able to talk, the reason. */
  readonly incident: string;
  /** Whoever consented to it all the same. */
  readonly approvers: readonly PersonId[];
  readonly openedAt: Instant;
}

/** The debt that keeps this person from doing so again, or null: one emergency is reviewed before the same person declares the next. */
export function debtOf(debts: readonly Debt[], person: PersonId): Debt | null {
  return debts.find(({ by }) => by.personId === person) ?? null;
}

/** Whose approval does not count for closing it: they would review themselves. */
export function whoCannotClose({ by, approvers }: Debt): readonly PersonId[] {
  return [...new Set([by.personId, ...approvers])].toSorted();
}

// Every day is often enough to be a nuisance and seldom enough to be read.
export const remindEveryMs = dayMs;
