import type { SeatChannel, SeatPerson } from '../../../slack/seat.ts';

/**
 * Turns the names that a client shows as mentions into what it sends: `@Erin Okafor` → `<@U…>`, `#general` → `<#C…>`.
 * The rest goes as it was typed; escaping is the server's work.
 */
export function withMentions(
  text: string,
  known: { readonly people: readonly SeatPerson[]; readonly channels: readonly SeatChannel[] },
): string {
  const names = [
    ...known.people.flatMap((person) => [
      { shown: `@${person.realName}`, sent: `<@${person.id}>` },
      { shown: `@${person.name}`, sent: `<@${person.id}>` },
    ]),
    ...known.channels
      .filter(({ kind }) => kind !== 'dm')
      .map((channel) => ({ shown: `#${channel.name}`, sent: `<#${channel.id}>` })),
  ].sort((left, right) => right.shown.length - left.shown.length);
  // The longest name first, so that "#openai" does not eat the start of "#openai-audit".
  return text.replaceAll(/(?<=^|[\s("'])[@#][\p{L}\p{N}][^\n]*/gu, (rest) => replaceStart(rest, names, known));
}

interface Name {
  readonly shown: string;
  readonly sent: string;
}

function replaceStart(rest: string, names: readonly Name[], known: Parameters<typeof withMentions>[1]): string {
  const name = names.find(({ shown }) => rest.startsWith(shown) && !/^[\p{L}\p{N}_-]/u.test(rest.slice(shown.length)));
  const after = rest.slice(name?.shown.length ?? 1);
  return `${name?.sent ?? rest.charAt(0)}${withMentions(after, known)}`;
}
