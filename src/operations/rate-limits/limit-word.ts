import { type Limits, type Measure, measureNames, measures } from '../objects/rate-limit.ts';
import type { ModelLimits } from './limits-part.ts';

const shorts = measureNames.map((name) => measures[name].short);
const WORD = new RegExp(`^([A-Za-z0-9][A-Za-z0-9._:-]{0,119}):(${shorts.join('|')})=(\\d{1,15})$`);

/** Limits of several models in words: `gpt-6-astra:rpm=500`. */
export const limitWords = {
  // Every measure of forty models, which is as many as one plan sets.
  most: 240,
  pattern: WORD,
  patternHint: `Write model:measure=number, for example gpt-6-astra:rpm=500; measures are ${shorts.join(', ')}.`,
  allowed: null,
} as const;

function measureOf(short: string): Measure | undefined {
  return measureNames.find((name) => measures[name].short === short);
}

/** The limits that such words ask for, model by model in the order of their first word. Of a measure named twice the last counts. */
export function limitsInWords(words: readonly string[]): readonly ModelLimits[] {
  const wishes = new Map<string, Limits>();
  for (const word of words) {
    const [, model = '', short = '', value = ''] = WORD.exec(word) ?? [];
    const measure = measureOf(short);
    if (measure !== undefined) wishes.set(model, { ...wishes.get(model), [measure]: Number(value) });
  }
  return [...wishes].map(([model, limits]) => ({ model, limits }));
}

export function wordsOfLimits(wishes: readonly ModelLimits[]): readonly string[] {
  return wishes.flatMap(({ model, limits }) =>
    measureNames.flatMap((name) => {
      const value = limits[name];
      return value === undefined ? [] : [`${model}:${measures[name].short}=${value}`];
    }),
  );
}
