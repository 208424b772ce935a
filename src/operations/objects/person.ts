import { z } from 'zod';
import { oneLine } from '#domain/printable.ts';

/**
 * Somebody as a `User`, a `GroupUser` or a `GroupMemberUser` tells of them (OpenAI API reference, 2026-11): name and e-mail may be null.
 * Whom the identity provider manages is said by a flag in the first and by a type in the last.
 */
export const personWire = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  is_scim_managed: z.boolean().nullish(),
  user_type: z.string().nullish(),
});

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  isManaged: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

export function keepPerson(answer: unknown): Person {
  const person = personWire.parse(answer);
  const email = oneLine(person.email ?? '');
  return {
    id: person.id,
    name: oneLine(person.name ?? '') || email || person.id,
    email: email || null,
    isManaged: person.is_scim_managed === true || person.user_type === 'tenant_user',
  };
}

export function keepPeople(answer: unknown): Person[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepPerson);
}

/** `Erin Vale (erin@acme.example)`: a name alone can be chosen freely. */
export function sayPerson(person: Pick<Person, 'name' | 'email'>): string {
  return person.email === null || person.email === person.name ? person.name : `${person.name} (${person.email})`;
}

/** As other operations take somebody. */
export function userInput(person: Pick<Person, 'id' | 'name' | 'email'>) {
  return { id: person.id, email: person.email ?? '', name: person.name };
}

/** Whether this e-mail address is theirs. Nobody's address is nobody. */
export function hasAddress(person: Pick<Person, 'email'>, address: string | null): boolean {
  return address !== null && person.email !== null && person.email.toLowerCase() === address.toLowerCase();
}
