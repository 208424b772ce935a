import { type OperationId, operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Wanted } from '../invites/project-words.ts';
import { addStep } from '../members/membership.ts';
import { isDefaultProject } from '../objects/default-project.ts';
import { memberSchema } from '../objects/member.ts';
import type { OrganizationRole } from '../objects/named-roles.ts';
import type { OrganizationUser } from '../objects/organization-user.ts';
import { sayPerson, userInput } from '../objects/person.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';

/** Roles by project id; null where somebody is not a member. */
export type RolesThere = Readonly<Record<string, string | null>>;

export const membershipName = (project: { readonly id: string }): string => `member of ${project.id}`;

/** What was read of each membership, by the names that were given to the reads. */
export function rolesThere(wanted: readonly Wanted[], have: Readonly<Record<string, unknown>>): RolesThere {
  const schema = memberSchema.nullable();
  return Object.fromEntries(
    wanted.map((project) => [project.id, schema.parse(have[membershipName(project)])?.role ?? null]),
  );
}

interface Joining {
  readonly operation: OperationId;
  readonly user: OrganizationUser;
  /** As asked for; a role in the organization is not changed by joining projects. */
  readonly role: OrganizationRole;
  readonly wanted: readonly Wanted[];
  readonly there: RolesThere;
}

function warningsFor({ user, role, wanted, there }: Joining, added: readonly Wanted[]): readonly string[] {
  const warnings: string[] = [];
  const owned = added.filter((project) => project.role === 'owner').map((project) => project.name);
  if (owned.length > 0) {
    warnings.push(`An owner may add people and make keys without Countersign: ${owned.join(', ')}.`);
  }
  if (role === 'owner' && user.role !== 'owner') {
    warnings.push(`They stay ${user.role} of the organization; users set-role changes that.`);
  }
  for (const { id, name, role: asked } of wanted) {
    const now = there[id] ?? null;
    if (now !== null && now !== asked) warnings.push(`They stay ${now} of ${name}; members set-role changes that.`);
  }
  for (const project of wanted.filter((each) => isDefaultProject(each) && there[each.id] === null)) {
    warnings.push(`Nobody can be added to ${project.name} directly, so it is left out.`);
  }
  return warnings;
}

/** Adds somebody who is in the organization to the projects they are not in yet. */
export function planJoining(joining: Joining): Plan | Refusal {
  const { user, wanted, there } = joining;
  const added = wanted.filter((project) => there[project.id] === null && !isDefaultProject(project));
  const who = sayPerson(user);
  if (added.length === 0) {
    return refuse('users.onboard.nothing', {
      what: `${who} is in the organization${wanted.length === 0 ? '' : ' and in these projects'} already.`,
      rule: 'A request has to change something. Onboarding adds; it changes nobody’s role.',
      whoCan: 'You: name projects they are not in.',
    });
  }
  const names = added.map((project) => project.name).join(', ');
  const isWide = added.some((project) => project.role === 'owner');
  return planOf({
    operation: joining.operation,
    tier: isWide ? 'destructive' : 'routine',
    title: `Add ${user.name} to ${added.length === 1 ? names : count(added.length, 'project')}`,
    gist: `${user.email ?? user.name}: ${names}`,
    target: { kind: 'person', id: user.id, name: user.email ?? user.name },
    beneficiaryEmail: user.email,
    changes: added.map(({ name, role }) => ({ label: `${who} in ${name}`, before: null, after: role })),
    holds: `${who} · ${user.role} of the organization`,
    warnings: warningsFor(joining, added),
    guards: {
      user: { id: user.id, role: user.role },
      memberships: there,
      projects: Object.fromEntries(added.map((project) => [project.id, project.name])),
    },
    before: { memberships: there },
    steps: added.map((project) => addStep({ id: `add-${project.id}`, project, person: user, role: project.role })),
    inverse: {
      verdict: 'exact',
      sentence: `take them out of ${names} again, with the keys they made there meanwhile.`,
      operation: operationId('users.offboard'),
      input: { user: userInput(user), from: added.map((project) => project.id) },
    },
    bounds: { role: user.role, projects: added.map((project) => project.id) },
  });
}
