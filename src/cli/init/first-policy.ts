import { fillPolicy, type Placeholder, placeholders } from '#policy/placeholder.ts';
import type { Answers } from './answers.ts';

const names = Object.keys(placeholders) as readonly Placeholder[];

/** The shipped policy with what is known filled in. `open` are the questions left, which the bot asks again by line and column. */
export function firstPolicy(
  template: string,
  answers: Answers,
): { readonly text: string; readonly open: readonly string[] } {
  const withChannels = Object.entries(answers.channels).reduce(
    (text, [purpose, id]) => (id === null ? text : text.replace(`${purpose}: FILL_IN_CHANNEL`, `${purpose}: ${id}`)),
    template,
  );
  const values = Object.fromEntries(names.map((name) => [name, answers.placeholders[name] ?? name])) as Record<
    Placeholder,
    string
  >;
  const text = fillPolicy(withChannels, values);
  return {
    text,
    open: names.filter((name) => answers.placeholders[name] === undefined).map((name) => placeholders[name]),
  };
}
