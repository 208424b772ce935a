import { toolNames, type Tool } from '../objects/hosted-tools.ts';
import type { ToolWish } from './tools-part.ts';

export const toolWords = {
  most: toolNames.length,
  pattern: /^[a-z_]+$/,
  patternHint: `The tools are ${toolNames.join(', ')}.`,
  allowed: toolNames,
} as const;

const isTool = (word: string): word is Tool => (toolNames as readonly string[]).includes(word);

/** What two lists of tools ask for; null where a tool stands in both. */
export function toolsInWords(on: readonly string[] | null, off: readonly string[] | null): ToolWish | null {
  const [ons, offs] = [(on ?? []).filter(isTool), (off ?? []).filter(isTool)];
  if (ons.some((tool) => offs.includes(tool))) return null;
  return Object.fromEntries([...ons.map((tool) => [tool, true]), ...offs.map((tool) => [tool, false])]) as ToolWish;
}

/** The two lists again; an empty one is null, as input is stored. */
export function wordsOfTools(wish: ToolWish) {
  const those = (isOn: boolean) => {
    const tools = toolNames.filter((tool) => wish[tool] === isOn);
    return tools.length === 0 ? null : tools;
  };
  return { on: those(true), off: those(false) };
}
