import { closest, distance } from 'fastest-levenshtein';

/** The known word somebody most likely meant, or null when none is near: within two slips, or a third of a longer word. */
function nearest(word: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const best = closest(word.toLowerCase(), known);
  return distance(word.toLowerCase(), best.toLowerCase()) <= Math.max(2, Math.floor(best.length / 3)) ? best : null;
}

/** ` Did you mean approvers?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  return best === null ? '' : ` Did you mean ${best}?`;
}
