/// <reference lib="dom" />
import { useEffect, useState } from '../vendor/preact.js';
import { narrow } from './choices.ts';
import type { Choice } from './choices.ts';

export type ChoiceSource =
  | { readonly kind: 'list'; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'ask';
      readonly leastLetters: number;
      readonly ask: (query: string) => Promise<readonly Choice[]>;
    };

export interface FoundChoices {
  readonly choices: readonly Choice[];
  readonly status: 'found' | 'loading' | 'failed' | 'type-more';
}

/** A person types about five letters a second; one question after the pause is enough. */
const PAUSE_MS = 150;

/** Slack shows at most a hundred options. */
const MOST = 100;

/** The choices for what is typed, none while closed (`null`). An answer that a later question has overtaken is dropped. */
export function useFoundChoices(source: ChoiceSource, query: string | null): FoundChoices {
  const [answer, setAnswer] = useState<FoundChoices & { readonly query: string | null }>({
    query: null,
    choices: [],
    status: 'loading',
  });
  const asks = source.kind === 'ask' && query !== null && query.length >= source.leastLetters;
  useEffect(() => {
    if (!asks || query === null || source.kind !== 'ask') return undefined;
    let current = true;
    const timer = setTimeout(() => {
      source.ask(query).then(
        (choices) => current && setAnswer({ query, choices, status: 'found' }),
        () => current && setAnswer({ query, choices: [], status: 'failed' }),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asks, query]);
  if (query === null) return { choices: [], status: 'found' };
  if (source.kind === 'list') return { choices: narrow(source.choices, query).slice(0, MOST), status: 'found' };
  if (!asks) return { choices: [], status: 'type-more' };
  return answer.query === query ? answer : { choices: [], status: 'loading' };
}
