import { count } from '#domain/instant.ts';
import type { House } from '../house.ts';
import type { Reading } from '../ports/store.ts';
import { wordLine } from './word-line.ts';

// The newest say most; the list says all.
const MOST_WORDS = 3;

/** What was opened and held back here, for a line of the status. */
export async function rolloutSentence(read: Pick<Reading, 'rollout'>, { start }: House['opening']): Promise<string> {
  const words = await read.rollout.words();
  if (words.length === 0) return start === 'on' ? 'as far as the policy says' : 'nothing was opened yet';
  const rest = words.length - MOST_WORDS;
  const more = rest > 0 ? [`and ${count(rest, 'more', 'more')}: /openai rollout`] : [];
  return [...words.slice(0, MOST_WORDS).map(wordLine), ...more].join('; ');
}

/** The same for the doctor, with how many people could prove who they are; null where nothing waits for that. */
export async function rolloutFound(
  read: Pick<Reading, 'rollout' | 'stepUp'>,
  opening: House['opening'],
): Promise<{ readonly says: string; readonly enrolled: number | null }> {
  const says = await rolloutSentence(read, opening);
  if (!opening.waitsForStepUp) return { says, enrolled: null };
  const enrolled = [...(await read.stepUp.passkeys()), ...(await read.stepUp.seeds())];
  return { says, enrolled: new Set(enrolled.map(({ person }) => person)).size };
}
