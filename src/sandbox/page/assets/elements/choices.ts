import type { SeatChannel, SeatOption, SeatPerson } from '../../../slack/seat.ts';
import { asObjects, asText, wordsOf } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';

/** One line of a select, whatever it was made of. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description: string | null;
  readonly group: string | null;
  /** The option object that goes into the state. */
  readonly option: Json;
}

export function choiceOf(option: Json, group: string | null = null): Choice {
  const description = wordsOf(option['description']) || null;
  return { value: asText(option['value']), label: wordsOf(option['text']), description, group, option };
}

export function staticChoices(element: Json): readonly Choice[] {
  const grouped = asObjects(element['option_groups']).flatMap((group) =>
    asObjects(group['options']).map((option) => choiceOf(option, wordsOf(group['label']))),
  );
  return [...asObjects(element['options']).map((option) => choiceOf(option)), ...grouped];
}

export function loadedChoice({ value, label, description }: SeatOption): Choice {
  const words = (text: string) => ({ type: 'plain_text', text, emoji: true });
  const option = { text: words(label), value, ...(description === null ? {} : { description: words(description) }) };
  return { value, label, description, group: null, option };
}

export function personChoices(people: readonly SeatPerson[]): readonly Choice[] {
  return people
    .filter((person) => person.kind !== 'deactivated')
    .map((person) => ({
      value: person.id,
      label: person.realName,
      description: person.title || null,
      group: null,
      option: {},
    }));
}

export function channelChoices(channels: readonly SeatChannel[]): readonly Choice[] {
  return channels.map(({ id, name, kind }) => ({
    value: id,
    label: kind === 'dm' ? name : `#${name}`,
    description: null,
    group: null,
    option: {},
  }));
}

/** Every word of the query somewhere in the line: forgiving enough to find, strict enough to narrow down. */
export function narrow(choices: readonly Choice[], query: string): readonly Choice[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return choices.filter((choice) => {
    const line = `${choice.label} ${choice.description ?? ''}`.toLowerCase();
    return words.every((word) => line.includes(word));
  });
}
