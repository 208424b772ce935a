import type { SeedShape } from './seed/shape.ts';
import { idsBeside, lostReferences } from './seed/references.ts';

/** What a seed's shape alone cannot guarantee: one sentence for each reference that leads nowhere and each wrong count. */
export function seedInconsistencies(seed: SeedShape): readonly string[] {
  return [...countProblems(seed), ...repeatedIds(seed), ...danglingReferences(seed), ...lostReferences(seed)];
}

function countProblems(seed: SeedShape): readonly string[] {
  const bots = seed.adminKeys.filter((key) => key.isBots === true).length;
  const defaults = seed.projects.filter((project) => project.isDefault === true).length;
  return [
    ...(bots === 1 ? [] : [`adminKeys: exactly one has "isBots", not ${bots}`]),
    ...(defaults === 1 ? [] : [`projects: exactly one has "isDefault", not ${defaults}`]),
  ];
}

function repeatedIds(seed: SeedShape): readonly string[] {
  const ids = [
    ...[seed.users, seed.projects, seed.adminKeys, seed.invites].flatMap((rows) => rows.map(({ id }) => id)),
    ...seed.projects.flatMap(({ serviceAccounts, keys }) => [...serviceAccounts, ...keys].map(({ id }) => id)),
    ...idsBeside(seed),
  ];
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => `id ${id} is used more than once`);
}

function danglingReferences(seed: SeedShape): readonly string[] {
  const users = new Set(seed.users.map(({ id }) => id));
  const projects = new Set(seed.projects.map(({ id }) => id));
  const adminKeys = new Set(seed.adminKeys.map(({ id }) => id));
  const missing = (known: ReadonlySet<string>, id: string | undefined, place: string): readonly string[] =>
    id === undefined || known.has(id) ? [] : [`${place}: ${id} is not in this seed`];

  return [
    ...seed.projects.flatMap((project) => projectReferences(project, users)),
    ...seed.adminKeys.flatMap((key) => missing(users, key.owner, `adminKeys.${key.name}.owner`)),
    ...seed.invites.flatMap((invite) =>
      invite.projects.flatMap(({ id }) => missing(projects, id, `invites.${invite.email}`)),
    ),
    ...seed.auditEvents.flatMap(({ type, actor, project }) => [
      ...missing(projects, project, `auditEvents.${type}`),
      ...('user' in actor
        ? missing(users, actor.user, `auditEvents.${type}`)
        : missing(adminKeys, actor.adminKey, `auditEvents.${type}`)),
    ]),
  ];
}

function projectReferences(project: SeedShape['projects'][number], users: ReadonlySet<string>): readonly string[] {
  const accounts = new Set(project.serviceAccounts.map(({ id }) => id));
  const lost = [
    ...project.members.map(({ user }) => user).filter((id) => !users.has(id)),
    ...project.keys
      .filter(({ owner }) => ('user' in owner ? !users.has(owner.user) : !accounts.has(owner.serviceAccount)))
      .map(({ owner }) => ('user' in owner ? owner.user : owner.serviceAccount)),
  ];
  return lost.map((id) => `projects.${project.name}: ${id} is not in this seed`);
}
