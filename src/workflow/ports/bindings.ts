import type { Binding, BoundPerson } from '#domain/bound-person.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

// A company of so many people reads its table in one go; more is a sign of something else.
export const mostPeople = 5000;

export interface BindingReader {
  /** Everybody who was ever bound, at most `mostPeople`. */
  all(): Promise<readonly BoundPerson[]>;
}

export interface BindingWriter extends BindingReader {
  /** Binds, or binds anew. */
  bind(binding: Binding, by: { readonly requestId: string; readonly at: Instant }): Promise<void>;
  /** False when they are suspended already, or not bound. */
  suspend(person: PersonId, why: string, at: Instant): Promise<boolean>;
}
