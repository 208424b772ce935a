import { z } from 'zod';
import type { Refusal } from '#domain/refusal.ts';
import type { Need } from '../need.ts';
import type { Person } from '../objects/person.ts';
import type { HeldRole } from '../objects/role.ts';
import { isOwnerLike } from '../roles/permissions.ts';
import { needReach, type Reach, reachShape, refuseOutOfReach } from '../users/reach.ts';
import type { Seat } from './seat.ts';

/** Read only when a person is to be an owner of the organization no longer. */
export const knownLockout = z.object(reachShape).partial();
type Known = z.infer<typeof knownLockout>;

/** Taking the built-in role from an owner is what setting somebody's role to reader is, and stands under the same rules. */
const endsOwner = (seat: Seat, role: HeldRole): boolean =>
  seat.kind === 'person' && seat.place.project === null && role.isBuiltIn && isOwnerLike(role);

export function needLockout(seat: Seat, role: HeldRole, have: Known): readonly Need[] {
  return endsOwner(seat, role) ? needReach({ id: seat.id, name: seat.name, email: '' }, have as Partial<Reach>) : [];
}

/** Whoever must stay an owner for the organization, or this bot, to be administered at all. */
export function refuseLockout(seat: Seat, role: HeldRole, have: Known): Refusal | null {
  if (!endsOwner(seat, role) || !have.user || have.own === undefined) return null;
  return refuseOutOfReach(have.user, { ...have, user: have.user, own: have.own });
}

export function lockoutWarnings(seat: Seat, holder: Person, role: HeldRole): readonly string[] {
  if (!isOwnerLike(role)) return [];
  const ends = `${holder.name} stops being as good as an owner of ${seat.place.name} through this role.`;
  if (seat.place.project !== null || role.isBuiltIn) return [ends];
  return [ends, 'An admin key of theirs, which may be the one this bot uses, could stop working.'];
}
