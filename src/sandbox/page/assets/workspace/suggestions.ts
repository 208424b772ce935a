import type { SeatChannel, SeatPerson } from '../../../slack/seat.ts';
import type { PageConfig } from '../../wire.ts';

export interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** The whole text after taking it. */
  readonly text: string;
  /** Mentions are taken with Enter; a command's Enter sends what stands there. */
  readonly takesEnter: boolean;
}

export interface SuggestionSource {
  readonly config: Pick<PageConfig, 'commandName' | 'commandHints' | 'roles'>;
  readonly people: readonly SeatPerson[];
  readonly channels: readonly SeatChannel[];
}

/** More lines than this are scrolled past rather than read. */
const MOST = 8;

/** What may be meant by the text before the caret: a command, a person or a channel. */
export function suggest(text: string, caret: number, source: SuggestionSource): readonly Suggestion[] {
  const before = text.slice(0, caret);
  if (text.startsWith('/')) return suggestCommands(text, source).slice(0, MOST);
  const mention = /(?:^|\s)([@#])([\p{L}\p{N}._-]*)$/u.exec(before);
  if (mention?.[1] === undefined) return [];
  const query = (mention[2] ?? '').toLowerCase();
  const head = before.slice(0, before.length - query.length);
  const complete = (name: string) => `${head}${name} ${text.slice(caret)}`;
  const all = mention[1] === '@' ? peopleNamed(source, query) : channelsNamed(source, query);
  return all.slice(0, MOST).map((each) => ({ ...each, text: complete(each.name), takesEnter: true }));
}

function suggestCommands(text: string, { config }: SuggestionSource): readonly Suggestion[] {
  const { commandName, commandHints } = config;
  const hints = [{ words: '', does: 'Run the OpenAI organization from here' }, ...commandHints];
  return hints
    .map(({ words, does }) => ({ line: words === '' ? commandName : `${commandName} ${words}`, does }))
    .filter(({ line }) => line.startsWith(text.trimEnd()) && line !== text.trimEnd())
    .map(({ line, does }) => ({ key: line, label: line, description: does, text: `${line} `, takesEnter: false }));
}

function peopleNamed({ people, config }: SuggestionSource, query: string) {
  return people
    .filter(
      (person) => person.kind !== 'deactivated' && `${person.realName} ${person.name}`.toLowerCase().includes(query),
    )
    .map((person) => ({
      key: person.id,
      name: person.realName,
      label: person.realName,
      description: config.roles[person.id] ?? person.title,
    }));
}

function channelsNamed({ channels }: SuggestionSource, query: string) {
  return channels
    .filter((channel) => channel.kind !== 'dm' && channel.name.includes(query))
    .map((channel) => ({
      key: channel.id,
      name: channel.name,
      label: `#${channel.name}`,
      description: channel.isMember ? '' : 'not a member',
    }));
}
