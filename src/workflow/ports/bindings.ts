import type { Binding, BoundPerson } from '#domain/bound-person.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Said } from '#operations/people/said.ts';

// A company of so many people reads its table in one go; more is a sign of something else.
export const mostPeople = 5000;

/** A list of who is who that was given on the host, as it was read. */
export interface PeopleList {
  readonly id: number;
  readonly lines: readonly Said[];
  /** The name of its file and its hash. */
  readonly source: string;
  readonly at: Instant;
}

export interface BindingReader {
  /** Everybody who is bound or suspended, at most `mostPeople`. */
  all(): Promise<readonly BoundPerson[]>;
  list(id: number): Promise<PeopleList | null>;
}

export interface BindingWriter extends BindingReader {
  /** Binds, or binds anew. */
  bind(binding: Binding, by: { readonly requestId: string; readonly at: Instant }): Promise<void>;
  /** False when they are not bound at all. */
  unbind(person: PersonId): Promise<boolean>;
  /** False when they are suspended already, or not bound. */
  suspend(person: PersonId, why: string, at: Instant): Promise<boolean>;
  keepList(list: Omit<PeopleList, 'id'>): Promise<number>;
}
