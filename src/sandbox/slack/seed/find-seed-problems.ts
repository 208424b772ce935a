import type { WorkspaceSeed } from './workspace-seed.ts';

/** Whatever would let the emulated workspace contradict itself: doubled ids, members nobody knows, a bot that is not one. */
export function findSeedProblems(seed: WorkspaceSeed): readonly string[] {
  const people = new Set(seed.people.map((person) => person.id));
  return [
    ...doubled(
      [...seed.people, ...seed.channels, ...seed.userGroups].map((entry) => entry.id),
      'id',
    ),
    ...doubled(
      seed.people.map((person) => person.name),
      'handle',
    ),
    ...doubled(
      seed.channels.map((channel) => channel.name),
      'channel name',
    ),
    ...unknownMembers(seed.channels, people),
    ...unknownMembers(seed.userGroups, people),
    ...botProblems(seed),
    ...strangerProblems(seed),
    ...seed.app.commands
      .filter((command) => !/^\/[a-z0-9_-]{1,31}$/.test(command))
      .map((command) => `'${command}' is no slash command`),
  ];
}

function doubled(values: readonly string[], what: string): readonly string[] {
  const seen = new Set<string>();
  return values
    .filter((value) => seen.size === seen.add(value).size)
    .map((value) => `the ${what} '${value}' is used twice`);
}

function unknownMembers(
  places: readonly { readonly name: string; readonly members: readonly string[] }[],
  people: ReadonlySet<string>,
): readonly string[] {
  return places.flatMap((place) =>
    place.members
      .filter((id) => !people.has(id))
      .map((id) => `${place.name} has the member '${id}', who is not among the people`),
  );
}

function botProblems(seed: WorkspaceSeed): readonly string[] {
  const bot = seed.people.find((person) => person.id === seed.app.botUserId);
  return bot?.kind === 'bot' ? [] : [`app.botUserId '${seed.app.botUserId}' must be a person of kind 'bot'`];
}

function strangerProblems(seed: WorkspaceSeed): readonly string[] {
  return seed.people
    .filter((person) => (person.kind === 'stranger') === (person.teamId === seed.team.id))
    .map((person) => `${person.id}: a stranger, and nobody else, belongs to another team`);
}
