import { hasHiddenCharacters } from '#domain/printable.ts';
import { holdsRawKey } from '#domain/raw-key.ts';

// Long enough for two sentences and a ticket number; short enough that the other person reads it on a phone.
const mostCharacters = 500;
// Text of somebody must not be able to push what is ours out of sight.
const mostLines = 4;

/** Why a text that somebody wrote for others to read cannot be taken, or null. `noun` begins the sentence: "The question". */
export function textProblem(text: string, noun: string): string | null {
  const said = text.trim();
  if (said.length < 3) return `${noun} is empty: say it in a few words.`;
  if (said.length > mostCharacters) return `${noun} may have at most ${mostCharacters} characters.`;
  if (hasHiddenCharacters(said)) return `${noun} holds invisible or control characters; type it again without them.`;
  if (said.split('\n').length > mostLines) return `${noun} may have at most four lines.`;
  if (holdsRawKey(said)) return `${noun} looks as if it held a secret key. Leave it out; nobody needs it to decide.`;
  return null;
}
