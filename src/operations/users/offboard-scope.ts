import { z } from 'zod';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { apiKeySchema } from '../objects/api-key.ts';
import { membersSchema } from '../objects/member.ts';
import type { OrganizationUser } from '../objects/organization-user.ts';
import { stillIssued } from './held.ts';
import {
  endAdminKey,
  endInvite,
  endRole,
  endUser,
  type Item,
  itemsIn,
  type Leaver,
  ownRoles,
  type SeenPlace,
} from './offboard-items.ts';
import { keysName, leavesAll, membersName, type OffboardAsk, type OffboardKnown } from './offboard-known.ts';
import { partOf, type Place, placesOf } from './offboard-places.ts';

// Every step is shown to whoever approves, in pages; beyond fifty nobody reads them.
const MOST_STEPS = 50;

/** What one part of an off-boarding comes to. */
export interface Scope {
  readonly leaver: Leaver;
  readonly places: readonly SeenPlace[];
  /** What ends, memberships included, in the order in which it is sent. */
  readonly items: readonly Item[];
  /** Whether the person is removed from the organization by this part. */
  readonly removes: boolean;
  readonly part: number;
  readonly parts: number;
}

function seen(place: Place, user: OrganizationUser, have: OffboardKnown): SeenPlace {
  const keys = z.array(apiKeySchema).parse(have[keysName(place)]);
  const members = membersSchema.nullable().parse(have[membersName(place)] ?? null);
  const role = members === null ? place.role : (members.find((member) => member.id === user.id)?.role ?? 'none');
  return { id: place.id, name: place.name, role, keys, members };
}

/** What opens the whole organization goes first, even if the projects take several parts. */
function openings(user: OrganizationUser, have: OffboardKnown): readonly Item[] {
  return [
    ...(have.adminKeys ?? []).filter((key) => key.ownerId === user.id).map(endAdminKey),
    ...(have.invites ?? []).filter((invite) => invite.status !== 'accepted').map(endInvite),
  ];
}

/** Somebody of an identity provider is removed there; what they were given at OpenAI is taken here. */
function farewell(user: OrganizationUser, have: OffboardKnown): readonly Item[] {
  if (!user.isManaged) return [endUser(user)];
  return ownRoles(have.roles ?? [], user).map((role) => endRole(user, role));
}

export function scopeOf(ask: OffboardAsk, user: OrganizationUser, have: OffboardKnown): Scope | Refusal {
  const all = placesOf(ask.input.from, { user, held: have.held, projects: have.projects.items });
  if (isRefusal(all)) return all;
  const { now, later } = partOf(all);
  const places = now.map((place) => seen(place, user, have));
  const leaver: Leaver = { user, successor: have.successor ?? null, issued: stillIssued(have.held) };
  const whole = leavesAll(ask);
  const before = [...(whole ? openings(user, have) : []), ...places.flatMap((place) => itemsIn(place, leaver))];
  const end = whole ? farewell(user, have) : [];
  const fits = before.length + end.length <= MOST_STEPS;
  const isLast = fits && later === 0;
  const part = ask.input.part ?? 1;
  return {
    leaver,
    places,
    items: isLast ? [...before, ...end] : before.slice(0, MOST_STEPS),
    removes: isLast && whole && !user.isManaged,
    part,
    parts: part + later + (fits ? 0 : 1),
  };
}
