// A card shows two hundred characters of a value, and nothing that decides may fall behind that edge.
const LONGEST_LINE = 180;

/** Words in as few lines as fit a card, none left out. */
export function linesOf(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last ?? ''}, ${word}`;
    if (last === undefined || longer.length > LONGEST_LINE) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
