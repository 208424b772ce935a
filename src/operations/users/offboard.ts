import { operationId } from '#domain/ids.ts';
import { count, type Instant, roughly } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { organizationUserGuard, type OrganizationUser } from '../objects/organization-user.ts';
import { sayPerson } from '../objects/person.ts';
import { declareChange } from '../operation.ts';
import type { Inverse, Plan, PlanFact } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { inviteAgain, joinAgain } from './invite-again.ts';
import { offboardFields } from './offboard-fields.ts';
import { type Item, ownKeysIn } from './offboard-items.ts';
import { leavesAll, needOffboard, type OffboardAsk, type OffboardKnown, offboardKnown } from './offboard-known.ts';
import { countKeys, leftovers } from './offboard-leftovers.ts';
import { type Scope, scopeOf } from './offboard-scope.ts';
import { refuseGone, refuseLockout } from './reach.ts';

const id = operationId('users.offboard');

const weights: Readonly<Record<Item['kind'], number>> = { person: 0, key: 1, successor: 2, leave: 3, other: 4 };

function refuseSuccessor(ask: OffboardAsk, have: OffboardKnown): Refusal | null {
  const { successor, user } = ask.input;
  if (successor === null) return null;
  if (have.successor === null) return refuseGone(successor);
  if (successor.id !== user.id) return null;
  return refuse('users.offboard.own-successor', {
    what: `${sayPerson(user)} cannot be their own successor.`,
    rule: 'What somebody owns is handed to somebody else.',
    whoCan: 'You: name another person.',
  });
}

function refuseWhole(user: OrganizationUser, have: OffboardKnown): Refusal | null {
  const own = have.adminKeys?.find((key) => key.id === have.own?.id);
  return refuseLockout({ user, ownKeyOwnerId: own?.ownerId ?? null, owners: have.owners ?? [] });
}

/** The steps name everything that was found: another key, invitation or owner makes them others. */
function guardsOf(user: OrganizationUser, { places, items }: Scope): JsonObject {
  return {
    user: organizationUserGuard(user),
    roles: Object.fromEntries(places.map((place) => [place.id, place.role])),
    steps: items.map((item) => item.step.id),
  };
}

function factsOf({ places, leaver }: Scope, at: Instant): readonly PlanFact[] {
  return places.flatMap((place) =>
    ownKeysIn(place, leaver.user).map((key) => ({
      label: `Key ${key.name} in ${place.name}`,
      value: key.lastUsedAt === null ? 'never used' : `last used ${roughly(at - key.lastUsedAt)} ago`,
      at,
    })),
  );
}

function inverseOf(user: OrganizationUser, { items, places, removes }: Scope): Inverse {
  if (removes) return inviteAgain(user);
  const left = new Set(items.filter((item) => item.kind === 'leave').map((item) => item.step.id));
  return joinAgain(user, {
    projects: places.filter((place) => left.has(`leave-${place.id}`)),
    isComplete: items.every((item) => item.kind === 'leave'),
  });
}

/** What ends is kept as it was seen, so that the change-log can say years later what somebody had. */
function beforeOf(user: OrganizationUser, have: OffboardKnown, { places }: Scope): JsonObject {
  return {
    user: { ...user },
    places: places.map((place) => ({
      id: place.id,
      name: place.name,
      role: place.role,
      keys: ownKeysIn(place, user).map((key) => ({ ...key })),
    })),
    roles: (have.roles ?? []).map((role) => ({ ...role })),
    adminKeys: (have.adminKeys ?? []).filter((key) => key.ownerId === user.id).map((key) => ({ ...key })),
    invites: (have.invites ?? []).map((invite) => ({ ...invite })),
  };
}

const gainsOwner = (items: readonly Item[]): boolean => items.some((item) => item.kind === 'successor');

/** Out of the organization first: a card shows three changes and the rest behind Details. */
const byWeight = (one: Item, other: Item): number => weights[one.kind] - weights[other.kind];

function titleOf(user: OrganizationUser, { part, parts, places }: Scope, whole: boolean): string {
  const numbered = parts === 1 ? '' : ` (part ${part} of ${parts})`;
  if (whole) return `Off-board ${user.name}${numbered}`;
  const [only] = places;
  const where = places.length === 1 && only !== undefined ? only.name : count(places.length, 'project');
  return `Take ${user.name} out of ${where}${numbered}`;
}

function refuseNothing(user: OrganizationUser): Refusal {
  return refuse('users.offboard.nothing', {
    what: `${sayPerson(user)} has nothing left that could be taken away here.`,
    rule: user.isManaged
      ? 'Whom the identity provider manages is removed there.'
      : 'A request has to change something.',
  });
}

/** Of several projects none is the one that a rule could be about. */
function projectOf({ places }: Scope, whole: boolean): Plan['project'] {
  const [only] = places;
  return whole || places.length !== 1 || only === undefined ? null : { id: only.id, name: only.name };
}

function plan(ask: OffboardAsk, have: OffboardKnown): Plan | Refusal {
  const { user } = have;
  if (user === null) return refuseGone(ask.input.user);
  const whole = leavesAll(ask);
  const no = refuseSuccessor(ask, have) ?? (whole ? refuseWhole(user, have) : null);
  if (no !== null) return no;
  const scope = scopeOf(ask, user, have);
  if (isRefusal(scope)) return scope;
  const { items, removes, places } = scope;
  if (items.length === 0) return refuseNothing(user);
  const keys = count(countKeys(scope), 'key');
  return planOf({
    operation: id,
    tier: whole ? 'critical' : 'destructive',
    title: titleOf(user, scope, whole),
    gist: `${user.email ?? user.name}, ${count(items.length, 'change')}`,
    target: { kind: 'person', id: user.id, name: user.email ?? user.name },
    project: projectOf(scope, whole),
    // Who takes over gains by this; who leaves only loses.
    beneficiaryEmail: gainsOwner(items) ? (have.successor?.email ?? null) : user.email,
    changes: items.toSorted(byWeight).map((item) => item.change),
    holds: `${sayPerson(user)} · ${user.role} · ${count(places.length, 'project')} · ${keys}`,
    facts: factsOf(scope, ask.now),
    warnings: leftovers(scope, { now: ask.now, found: have.found, roles: have.roles ?? [], whole }),
    guards: guardsOf(user, scope),
    before: beforeOf(user, have, scope),
    // Memberships go with the person, at once and in one call.
    steps: items.filter((item) => !removes || item.kind !== 'leave').map((item) => item.step),
    inverse: inverseOf(user, scope),
  });
}

export const offboardUser = declareChange({
  id,
  tier: 'critical',
  title: 'Off-board somebody',
  summary: 'Ends everything somebody can reach: keys, admin keys, invitations, projects, the organization itself.',
  example: '/openai users offboard erin@acme.example --successor bea@acme.example --reason "last day"',
  fields: offboardFields,
  callBudget: 20,
  known: offboardKnown,
  need: needOffboard,
  plan,
});
