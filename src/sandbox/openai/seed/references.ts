import { builtInRoles } from '../roles.ts';
import type { SeedShape } from './shape.ts';

type Named = readonly [where: string, id: string | undefined];

/** One sentence for each place, outside people, keys and invites, that names something this seed does not have. */
export function lostReferences(seed: SeedShape): readonly string[] {
  const projectsNamed = [...projectsOfRoles(seed), ...projectsOfTrust(seed)];
  return [
    ...accessReferences(seed),
    ...lost(idsOf(seed.projects), projectsNamed),
    ...lost(idsOf(seed.projects.flatMap(({ serviceAccounts }) => serviceAccounts)), accountsNamed(seed)),
    ...seed.projects.flatMap((project) => {
      const where = `projects.${project.name}`;
      return [
        ...lost(
          idsOf(seed.groups),
          namesOf(project.groups, ({ group }) => [where, group]),
        ),
        ...lost(idsOf(seed.externalKeys), [[where, project.externalKey]]),
        ...lost(
          idsOf(project.keys),
          namesOf(project.traffic, ({ id, key }) => [`traffic.${id}`, key]),
        ),
      ];
    }),
  ];
}

/** The ids of everything but people, keys and invites, to find one that is used twice. */
export function idsBeside(seed: SeedShape): readonly string[] {
  const { groups, roles, roleAssignments, spendAlerts, certificates, externalKeys, externalStorage } = seed;
  return [
    groups,
    roles,
    roleAssignments,
    spendAlerts,
    certificates,
    externalKeys,
    externalStorage,
    seed.identityProviders,
    rulesIn(seed),
    ...seed.projects.flatMap((project) => [project.spendAlerts, project.traffic]),
  ].flatMap((rows) => idsOf(rows));
}

function accessReferences(seed: SeedShape): readonly string[] {
  const roles = [...idsOf(seed.roles), ...idsOf(builtInRoles(seed.organization.id))];
  const assignments = seed.roleAssignments;
  const users = [
    ...(seed.groups ?? []).flatMap(({ name, members }) => members.map(({ user }): Named => [`groups.${name}`, user])),
    ...namesOf(seed.roles, ({ name, createdBy }) => [`roles.${name}`, createdBy]),
    ...namesOf(assignments, ({ id, to }) => [`roleAssignments.${id}`, 'user' in to ? to.user : undefined]),
  ];
  const groups = namesOf(assignments, ({ id, to }) => [`roleAssignments.${id}`, 'group' in to ? to.group : undefined]);
  return [
    ...lost(idsOf(seed.users), users),
    ...lost(idsOf(seed.groups), groups),
    ...lost(
      roles,
      namesOf(assignments, ({ id, role }) => [`roleAssignments.${id}`, role]),
    ),
  ];
}

function projectsOfRoles({ roles, roleAssignments }: SeedShape): readonly Named[] {
  return [
    ...namesOf(roles, ({ name, project }) => [`roles.${name}`, project]),
    ...namesOf(roleAssignments, ({ id, project }) => [`roleAssignments.${id}`, project]),
  ];
}

function projectsOfTrust(seed: SeedShape): readonly Named[] {
  return [
    ...(seed.certificates ?? []).flatMap(({ name, activeIn }) =>
      (activeIn ?? []).map((project): Named => [`certificates.${name}`, project]),
    ),
    ...namesOf(seed.externalStorage, ({ id, project }) => [`externalStorage.${id}`, project]),
    ...namesOf(rulesIn(seed), ({ id, project }) => [`rules.${id}`, project]),
  ];
}

function accountsNamed(seed: SeedShape): readonly Named[] {
  return [
    ...namesOf(rulesIn(seed), ({ id, serviceAccount }) => [`rules.${id}`, serviceAccount]),
    ...namesOf(seed.roleAssignments, ({ id, to }) => [
      `roleAssignments.${id}`,
      'serviceAccount' in to ? to.serviceAccount : undefined,
    ]),
  ];
}

function rulesIn(seed: SeedShape) {
  return (seed.identityProviders ?? []).flatMap(({ rules }) => rules);
}

function lost(known: readonly string[], named: readonly Named[]): readonly string[] {
  return named.flatMap(([where, id]) =>
    id === undefined || known.includes(id) ? [] : [`${where}: ${id} is not in this seed`],
  );
}

function namesOf<Row>(rows: readonly Row[] | undefined, nameIn: (row: Row) => Named): readonly Named[] {
  return (rows ?? []).map(nameIn);
}

function idsOf(rows: readonly { readonly id: string }[] | undefined): readonly string[] {
  return (rows ?? []).map(({ id }) => id);
}
