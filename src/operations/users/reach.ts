import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { ownKeySchema, recallOwnKey } from '../admin-keys/own-key.ts';
import { call } from '../call.ts';
import type { UserRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { adminKeySchema, keepAdminKey } from '../objects/admin-key.ts';
import { keepOrganizationUser, type OrganizationUser, organizationUserSchema } from '../objects/organization-user.ts';
import { sayPerson } from '../objects/person.ts';
import { keepHeldRoles } from '../objects/role.ts';
import { keepUsers } from '../objects/user.ts';

/** Everything that says whether somebody may be demoted or removed from here. */
export const reachShape = {
  user: organizationUserSchema.nullable(),
  own: ownKeySchema,
  ownKey: adminKeySchema.nullable().optional(),
  owners: z.array(z.string()).optional(),
};
export type Reach = z.infer<z.ZodObject<typeof reachShape>>;

export const needUser = (user: { readonly id: string }, name = 'user'): Need =>
  read(name, {
    call: call('GET /organization/users/{user_id}', { params: { user_id: user.id } }),
    keep: keepOrganizationUser,
    absent: 'null',
  });

/** Every role somebody has in the organization, also through groups. */
export const needRoles = (userId: string): Need =>
  read('roles', {
    call: call('GET /organization/users/{user_id}/roles', { params: { user_id: userId } }),
    keep: keepHeldRoles,
    pages: 'all',
    absent: 'null',
  });

/** Whose key Countersign runs on. Nothing to read where its id is not known. */
function needOwnKey(ownId: string | null): readonly Need[] {
  if (ownId === null) return [];
  return [
    read('ownKey', {
      call: call('GET /organization/admin_api_keys/{key_id}', { params: { key_id: ownId } }),
      keep: keepAdminKey,
      absent: 'null',
    }),
  ];
}

/** Ids of all owners who are people. */
export const needOwners: Need = read('owners', {
  call: call('GET /organization/users'),
  keep: (answer) =>
    keepUsers(answer)
      .filter((user) => user.role === 'owner')
      .map((user) => user.id),
  pages: 'all',
});

/** Two rounds: somebody first, then what matters about them. At most three calls. */
export function needReach(user: UserRef, have: Partial<Reach>): readonly Need[] {
  if (have.user === undefined) return [needUser(user), recallOwnKey];
  if (have.user === null || have.ownKey !== undefined || have.owners !== undefined) return [];
  return [...needOwnKey(have.own?.id ?? null), ...(have.user.role === 'owner' ? [needOwners] : [])];
}

const inDashboard = 'An organization owner, in the OpenAI dashboard.';

export function refuseGone(user: UserRef): Refusal {
  return refuse('users.gone', {
    what: `${sayPerson(user)} is not in the organization any more.`,
    rule: 'Only somebody whom OpenAI still lists can be changed.',
  });
}

export function refuseManaged(user: OrganizationUser): Refusal | null {
  if (!user.isManaged) return null;
  return refuse('users.managed', {
    what: `${sayPerson(user)} comes from your identity provider.`,
    rule: 'Role and presence of such people are decided there; what is changed at OpenAI is refused or turned back.',
    whoCan: 'Whoever runs your identity provider.',
  });
}

interface Lockout {
  readonly user: OrganizationUser;
  /** Null where it is not known whose key Countersign runs on. */
  readonly ownKeyOwnerId: string | null;
  readonly owners: readonly string[];
}

/** Whoever must stay for the organization, or this bot, to be administered at all. */
export function refuseLockout({ user, ownKeyOwnerId, owners }: Lockout): Refusal | null {
  const who = sayPerson(user);
  if (user.isDefault) {
    return refuse('users.default', {
      what: `${who} is the default user of the organization.`,
      rule: 'OpenAI ties the organization to this person, so nobody demotes or removes them from here.',
      whoCan: inDashboard,
    });
  }
  if (user.id === ownKeyOwnerId) {
    return refuse('users.own-key', {
      what: `The admin key that Countersign runs on belongs to ${who}.`,
      rule: 'Without its owner that key may stop, and then nothing can be undone from here.',
      whoCan: 'An organization owner: make a key of somebody else’s in the dashboard and give it to Countersign first.',
    });
  }
  if (user.role !== 'owner') return null;
  if (ownKeyOwnerId === null) {
    return refuse('users.own-key-unknown', {
      what: `Countersign cannot tell whether the key it runs on belongs to ${who}.`,
      rule: 'An owner is demoted or removed here only when it is certain that Countersign does not lock itself out.',
      whoCan: inDashboard,
    });
  }
  if (owners.some((id) => id !== user.id)) return null;
  return refuse('users.last-owner', {
    what: `${who} is the last owner of the organization.`,
    rule: 'Without an owner nobody could administer it any more.',
    whoCan: 'You: make somebody else an owner first.',
    next: { kind: 'start', label: 'Make an owner', operation: operationId('users.set-role'), input: { role: 'owner' } },
  });
}

/** What a removal or a demotion is refused for. */
export function refuseOutOfReach(user: OrganizationUser, have: Reach): Refusal | null {
  const lockout = { user, ownKeyOwnerId: have.ownKey?.ownerId ?? null, owners: have.owners ?? [] };
  return refuseManaged(user) ?? refuseLockout(lockout);
}
