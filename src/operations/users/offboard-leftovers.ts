import { count, hourMs, type Instant, roughly } from '#domain/instant.ts';
import { isOnlyOwner } from '../members/membership.ts';
import type { Found } from '../memory.ts';
import type { HeldRole } from '../objects/role.ts';
import { canHandOver, isTheirs, ownKeysIn, ownRoles, type SeenPlace } from './offboard-items.ts';
import type { Scope } from './offboard-scope.ts';

interface Around {
  readonly now: Instant;
  readonly found: readonly Found[];
  readonly roles: readonly HeldRole[];
  readonly whole: boolean;
}

function nextPart({ part, parts, leaver }: Scope): readonly string[] {
  if (part === parts) return [];
  const who = leaver.user.email ?? leaver.user.id;
  return [
    `This is part ${part} of ${parts}. When it is done, ask for the next: /openai users offboard ${who} --part ${part + 1}`,
  ];
}

function inUse({ places, leaver }: Scope, now: Instant): readonly string[] {
  const used = places
    .flatMap((place) => ownKeysIn(place, leaver.user))
    .flatMap(({ name, lastUsedAt }) =>
      lastUsedAt !== null && now - lastUsedAt < hourMs ? [`${name} (${roughly(now - lastUsedAt)} ago)`] : [],
    );
  return used.length === 0 ? [] : [`In use: ${used.join(', ')}. Whatever uses them stops at once.`];
}

function ownerless({ leaver }: Scope, place: SeenPlace): readonly string[] {
  if (place.role !== 'owner') return [];
  if (!canHandOver(place)) {
    return leaver.successor === null ? [] : [`${place.name} cannot be handed over: nobody is added to it directly.`];
  }
  const isOrphaned = leaver.successor === null && place.members !== null && isOnlyOwner(place.members, leaver.user);
  return isOrphaned ? [`${place.name} has no owner of its own then. Name a successor to hand it over.`] : [];
}

/** Secrets that were seen cannot be unseen: whoever worked in a project may know the keys of its accounts. */
function knownSecrets({ places, items }: Scope): readonly string[] {
  const ended = new Set(items.map((item) => item.step.id));
  const staying = places
    .flatMap((place) => place.keys.filter((key) => key.ownerKind === 'account'))
    .filter((key) => !ended.has(`account-${key.ownerId}`));
  if (staying.length === 0) return [];
  return [`Not ended: ${count(staying.length, 'key')} of service accounts in these projects. Replace those they knew.`];
}

/** Keys that memory knows of and no project of this part lists as theirs. */
function elsewhere({ places, part, parts }: Scope, found: readonly Found[]): readonly string[] {
  if (part < parts) return [];
  const listed = new Set(places.flatMap((place) => place.keys.map((key) => key.id)));
  const missed = found.filter((each) => each.kind === 'key' && !listed.has(each.id));
  if (missed.length === 0) return [];
  const names = missed.map((key) => `${key.name} (${key.where})`).join(', ');
  return [`Not ended by this, in projects they have left: ${names}. Revoke them one by one.`];
}

function managed({ leaver }: Scope, roles: readonly HeldRole[]): readonly string[] {
  const { user } = leaver;
  if (!user.isManaged) return [];
  const own = ownRoles(roles, user);
  const inherited = roles.filter((role) => !role.isBuiltIn && !own.includes(role)).map((role) => role.name);
  const through = inherited.length === 0 ? '' : ` With their groups go the roles ${inherited.join(', ')}.`;
  return [`They stay in the organization until your identity provider removes them.${through}`];
}

/** What this does not do, and what it stops: the most important first, because a card shows one line of it. */
export function leftovers(scope: Scope, around: Around): readonly string[] {
  const { user } = scope.leaver;
  const untold = around.whole && user.projects === null;
  return [
    ...nextPart(scope),
    ...inUse(scope, around.now),
    ...(around.whole ? managed(scope, around.roles) : []),
    ...(untold ? ['OpenAI does not say which projects they are in, so keys of theirs there are not ended.'] : []),
    ...scope.places.flatMap((place) => ownerless(scope, place)),
    ...knownSecrets(scope),
    ...(around.whole ? elsewhere(scope, around.found) : []),
  ];
}

/** How many keys of their own were seen. */
export const countKeys = ({ places, leaver }: Scope): number =>
  places.flatMap((place) => place.keys).filter((key) => isTheirs(key, leaver.user)).length;
