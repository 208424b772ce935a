import type { PersonId, SlackUserId } from '#domain/ids.ts';
import { approversIn, requesterOf } from './membership.ts';
import type { Asked, Manner } from './policy.ts';
import { anyManner } from './seating.ts';
import type { Scene } from './scene.ts';
import { unitOf } from './unit.ts';
import type { Eligible, Requirement } from './verdict.ts';

/**
 * What is asked together with who could give it now. Also for a request made under an older policy: `asked` is then what stood in
 * that request. The requester, the beneficiary, whom the plan bars and all their accounts are left out; where units have to differ, also
 * whoever is of the requester’s unit, and everybody whose unit or the requester’s is not known.
 */
export function requirementsNow(
  scene: Scene,
  asked: readonly Asked[],
  { differentUnit }: Pick<Manner, 'differentUnit'> = anyManner,
): readonly Requirement[] {
  const out = new Set<PersonId>(requesterOf(scene));
  if (scene.facts.beneficiary !== null) out.add(scene.facts.beneficiary);
  for (const person of scene.facts.barred ?? []) out.add(person);
  const theirs = new Set(requesterOf(scene).map((person) => unitOf(scene, person)));
  const mayCount = ({ unit }: Eligible): boolean =>
    !differentUnit || (typeof unit === 'string' && !theirs.has(null) && !theirs.has(unit));
  return asked.map(({ count, from }) => ({ count, from, eligible: eligibleFrom(scene, from, out).filter(mayCount) }));
}

function eligibleFrom(scene: Scene, from: readonly string[], out: ReadonlySet<PersonId>): readonly Eligible[] {
  const accounts = new Map<PersonId, Set<SlackUserId>>();
  for (const name of from) {
    const membership = approversIn(scene, name);
    if (membership.kind === 'unknown') continue;
    for (const [person, slackIds] of membership.accounts) {
      if (out.has(person) || slackIds.length === 0) continue;
      accounts.set(person, new Set([...(accounts.get(person) ?? []), ...slackIds]));
    }
  }
  return [...accounts]
    .map(([person, slackIds]): Eligible => {
      const unit = unitOf(scene, person);
      return { person, slackIds: [...slackIds].toSorted(), ...(unit === null ? {} : { unit }) };
    })
    .toSorted((one, other) => (one.person < other.person ? -1 : 1));
}

/** Groups among these whose members are not known, each with the reason. */
export function unreadGroups(scene: Scene, names: readonly string[]): readonly string[] {
  return [...new Set(names)].flatMap((name) => {
    const membership = approversIn(scene, name);
    return membership.kind === 'unknown' ? [`${name} (${membership.why})`] : [];
  });
}
