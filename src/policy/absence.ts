import type { PersonId, SlackUserId } from '#domain/ids.ts';
import { membershipOf, newcomersIn } from './membership.ts';
import { suspensionOf } from './people.ts';
import type { Scene } from './scene.ts';

/** Why the groups do not count somebody as an approver. */
export type Absence =
  | { readonly why: 'outside'; readonly groups: readonly string[] }
  /** In them, and for less than `leastMs`. */
  | { readonly why: 'suspended'; readonly because: string }
  | { readonly why: 'newcomer'; readonly groups: readonly string[]; readonly leastMs: number };

/** Why nobody counts this person among the approvers of these groups; null where the groups do not say. */
export function absenceFrom(
  scene: Scene,
  groups: readonly string[],
  { person, slackId }: { readonly person: PersonId; readonly slackId: SlackUserId },
): Absence | null {
  const because = suspensionOf(scene.policy, person);
  if (because !== null) return { why: 'suspended', because };
  const names = [...new Set(groups)];
  const isIn = (name: string): boolean => {
    const membership = membershipOf(scene, name);
    return membership.kind === 'known' && (membership.accounts.get(person)?.includes(slackId) ?? false);
  };
  const inside = names.filter(isIn);
  if (inside.length === 0) return names.length === 0 ? null : { why: 'outside', groups: names };
  const lately = inside.filter((name) => newcomersIn(scene, name).includes(slackId));
  return lately.length === 0 ? null : { why: 'newcomer', groups: lately, leastMs: scene.policy.limits.joinedBeforeMs };
}
