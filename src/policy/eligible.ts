import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { AskedInTime } from './later.ts';
import { approversIn, requesterOf } from './membership.ts';
import type { Manner } from './policy.ts';
import { anyManner } from './seating.ts';
import type { Scene } from './scene.ts';
import { unitOf } from './unit.ts';
import type { Eligible, Requirement } from './verdict.ts';

/**
 * What is asked together with who could give it now. Also for a request made under an older policy: `asked` is then what stood in
 * that request. The requester, the beneficiary, whom the plan bars and all their accounts are left out; where units have to differ, also
 * whoever is of the requester’s unit, and everybody whose unit or the requester’s is not known. Whoever stands in for a group that was silent
 * is among them from their moment on, and only for what they say from then on.
 */
export function requirementsNow(
  scene: Scene,
  asked: readonly AskedInTime[],
  { differentUnit }: Pick<Manner, 'differentUnit'> = anyManner,
): readonly Requirement[] {
  const out = new Set<PersonId>(requesterOf(scene));
  if (scene.facts.beneficiary !== null) out.add(scene.facts.beneficiary);
  for (const person of scene.facts.barred ?? []) out.add(person);
  const theirs = new Set(requesterOf(scene).map((person) => unitOf(scene, person)));
  const mayCount = ({ unit }: Eligible): boolean =>
    !differentUnit || (typeof unit === 'string' && !theirs.has(null) && !theirs.has(unit));
  return asked.map(({ count, from, later = [] }) => {
    const come = later.filter(({ at }) => at <= scene.facts.now);
    const open = later.filter(({ at }) => at > scene.facts.now);
    return {
      count,
      from: [...from, ...come.map((one) => one.from)],
      eligible: eligibleAmong(scene, [...from.map((name) => ({ from: name })), ...come], out).filter(mayCount),
      ...(open.length === 0 ? {} : { later: open }),
    };
  });
}

interface Source {
  readonly from: string;
  readonly at?: Instant;
}

interface Found {
  readonly slackIds: Set<SlackUserId>;
  /** Zero where nothing bounds it. */
  readonly since: Instant;
}

/** Whoever is in several of these is there through the one that lets them in the earliest. */
function eligibleAmong(scene: Scene, sources: readonly Source[], out: ReadonlySet<PersonId>): readonly Eligible[] {
  const found = new Map<PersonId, Found>();
  for (const { from, at = 0 } of sources) {
    const membership = approversIn(scene, from);
    if (membership.kind === 'unknown') continue;
    for (const [person, slackIds] of membership.accounts) {
      if (out.has(person) || slackIds.length === 0) continue;
      const earlier = found.get(person);
      if (earlier !== undefined && earlier.since < at) continue;
      found.set(person, { slackIds: new Set([...(earlier?.slackIds ?? []), ...slackIds]), since: at });
    }
  }
  return [...found]
    .map(([person, { slackIds, since }]): Eligible => {
      const unit = unitOf(scene, person);
      const bounds = { ...(unit === null ? {} : { unit }), ...(since === 0 ? {} : { since }) };
      return { person, slackIds: [...slackIds].toSorted(), ...bounds };
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
