import { z } from 'zod';
import { ownKeySchema, recallOwnKey } from '../admin-keys/own-key.ts';
import { listAdminKeysCall } from '../admin-keys/describe-admin-key.ts';
import { call } from '../call.ts';
import type { InputOf } from '../field.ts';
import { listInvitesCall } from '../invites/describe-invite.ts';
import { needMembers } from '../members/membership.ts';
import { agedList, foundSchema, knownProjectSchema } from '../memory.ts';
import { type Need, read, recall } from '../need.ts';
import { adminKeySchema, keepAdminKeys } from '../objects/admin-key.ts';
import { keepApiKeys } from '../objects/api-key.ts';
import { invitesSchema, invitesTo } from '../objects/invite.ts';
import { organizationUserSchema } from '../objects/organization-user.ts';
import { heldRoleSchema } from '../objects/role.ts';
import type { Ask } from '../operation.ts';
import type { Refusal } from '#domain/refusal.ts';
import { isRefusal } from '#domain/refusal.ts';
import { heldSchema, needHeld } from './held.ts';
import type { offboardFields } from './offboard-fields.ts';
import { partOf, type Place, placesOf, readsMembers } from './offboard-places.ts';
import { needOwners, needRoles, needUser } from './reach.ts';

/** Beside these, each project's keys and members under names of their own: which projects, only the first round tells. */
export const offboardKnown = z.looseObject({
  user: organizationUserSchema.nullable(),
  found: z.array(foundSchema),
  held: heldSchema.optional(),
  projects: agedList(knownProjectSchema),
  // Of a person who leaves the organization altogether.
  own: ownKeySchema.optional(),
  roles: z.array(heldRoleSchema).nullable().optional(),
  adminKeys: z.array(adminKeySchema).optional(),
  invites: invitesSchema.optional(),
  owners: z.array(z.string()).optional(),
  successor: organizationUserSchema.nullable().optional(),
});
export type OffboardKnown = z.infer<typeof offboardKnown>;
export type OffboardAsk = Ask<InputOf<typeof offboardFields>>;

export const keysName = (place: { readonly id: string }): string => `keys in ${place.id}`;
export const membersName = (place: { readonly id: string }): string => `members of ${place.id}`;

/** Whether somebody leaves everything, rather than some projects. */
export const leavesAll = (ask: OffboardAsk): boolean => ask.input.from === null;

function firstRound(ask: OffboardAsk): readonly Need[] {
  const { user } = ask.input;
  const whole = [
    recallOwnKey,
    needRoles(user.id),
    read('adminKeys', { call: listAdminKeysCall, keep: keepAdminKeys, pages: 'all' }),
    read('invites', { call: listInvitesCall, keep: invitesTo(user.email), pages: 'all' }),
  ];
  return [
    needUser(user),
    recall('found', { of: 'search', text: user.email || user.name }),
    recall('projects', { of: 'projects' }),
    ...needHeld(user),
    ...(leavesAll(ask) ? whole : []),
  ];
}

function needPlace(place: Place): readonly Need[] {
  return [
    read(keysName(place), {
      call: call('GET /organization/projects/{project_id}/api_keys', {
        params: { project_id: place.id },
        query: { owner_project_access: 'any' },
      }),
      keep: keepApiKeys,
      pages: 'all',
    }),
    ...(readsMembers(place) ? [needMembers(place, membersName(place))] : []),
  ];
}

/** Two rounds: the person with what hangs on them, then the projects of this part. */
export function needOffboard(ask: OffboardAsk, have: Partial<OffboardKnown>): readonly Need[] | Refusal {
  const { user, projects } = have;
  if (user === undefined || projects === undefined) return firstRound(ask);
  if (user === null) return [];
  const places = placesOf(ask.input.from, { user, held: have.held, projects: projects.items });
  if (isRefusal(places)) return places;
  const { now } = partOf(places);
  if (now.some((place) => have[keysName(place)] !== undefined) || have.successor !== undefined) return [];
  const { successor } = ask.input;
  const rest = [
    ...(successor === null ? [] : [needUser(successor, 'successor')]),
    ...(leavesAll(ask) && user.role === 'owner' && have.owners === undefined ? [needOwners] : []),
    ...now.flatMap(needPlace),
  ];
  return rest;
}
