import { count, type Instant } from '#domain/instant.ts';
import { type Person, sayPerson } from '../objects/person.ts';
import { type HeldRole, type Role, rolesGuard } from '../objects/role.ts';
import type { Plan } from '../plan.ts';
import { sourcesBeside } from './held.ts';
import type { Seat } from './seat.ts';

export interface Holding {
  readonly holder: Person;
  readonly role: Role;
  /** All roles the holder has before the change. */
  readonly held: readonly HeldRole[];
  /** Of a group. */
  readonly members: readonly Person[];
}

type OfBoth = 'target' | 'project' | 'beneficiaryEmail' | 'holds' | 'facts' | 'guards' | 'before';

const inOrder = (roles: readonly HeldRole[]): readonly HeldRole[] =>
  roles.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** The part of a plan that giving and taking a role have in common. */
export function holdingPart(seat: Seat, { holder, role, held, members }: Holding, now: Instant): Pick<Plan, OfBoth> {
  const names = held.map((each) => each.name).toSorted();
  const people = seat.kind === 'group' ? ` · ${count(members.length, 'person', 'people')}` : '';
  return {
    target: { kind: seat.kind, id: holder.id, name: holder.name },
    project: seat.place.project,
    beneficiaryEmail: holder.email,
    holds: `${sayPerson(holder)}${people} · has ${names.join(', ') || 'no role'} in ${seat.place.name}`,
    facts: [
      { label: 'Roles now', value: names.join(', ') || 'none', at: now },
      ...(seat.kind === 'group' ? [{ label: 'People in the group', value: String(members.length), at: now }] : []),
    ],
    guards: {
      ...seat.place.where,
      holder: { holder: holder.id, name: holder.name, email: holder.email },
      role: { role: role.id, name: role.name, permissions: role.permissions },
      held: rolesGuard(held),
      // What is taken away, and how that is proven, depends on what comes through groups.
      through: inOrder(held).flatMap((each) =>
        sourcesBeside(each, holder.id).map((source) => `${each.id} ${source.id}`),
      ),
    },
    before: {
      held: inOrder(held).map((each) => ({ ...each, sources: each.sources.map((source) => ({ ...source })) })),
    },
  };
}
