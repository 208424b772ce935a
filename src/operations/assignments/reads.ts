import { z } from 'zod';
import { type Need, read } from '../need.ts';
import { groupSchema } from '../objects/group.ts';
import { personSchema } from '../objects/person.ts';
import { heldRoleSchema, keepHeldRoles } from '../objects/role.ts';
import { readGroups, readMembers } from '../groups/reads.ts';
import { sourcesBeside } from './held.ts';
import type { Seat } from './seat.ts';

/** What every look at somebody's roles begins with. `held` is null when the holder has no access to the place at all. */
export const knownHolding = z.object({
  holder: personSchema.nullable(),
  held: z.array(heldRoleSchema).nullable(),
  /** Only of a group: everybody in it has what it has. */
  members: z.array(personSchema).nullable().optional(),
  /** Only where a role is had through groups, to call them by their names. */
  groups: z.array(groupSchema).optional(),
});
export type KnownHolding = z.infer<typeof knownHolding>;

/** The holder and its roles. */
export function needHeldOnly(seat: Seat): readonly Need[] {
  return [seat.readHolder, read('held', { call: seat.list, keep: keepHeldRoles, pages: 'all', absent: 'null' })];
}

/** The same, with everybody who is meant by a group. */
export function needHolding(seat: Seat): readonly Need[] {
  return seat.kind === 'person' ? needHeldOnly(seat) : [...needHeldOnly(seat), readMembers(seat)];
}

/** The names of groups, once it is known that some role comes through one. */
export function needGroupNames(seat: Seat, have: Partial<KnownHolding>): readonly Need[] {
  const inherited = (have.held ?? []).some((role) => sourcesBeside(role, seat.id).length > 0);
  return inherited && have.groups === undefined ? [readGroups()] : [];
}
