import type { BlockJson } from '#sandbox/slack/seat.ts';

/** An interactive element with the block it stands in. */
export interface Placed {
  readonly blockId: string;
  readonly element: BlockJson;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Every element somebody can use, in the order of the blocks. */
export function elementsIn(blocks: readonly BlockJson[]): readonly Placed[] {
  return blocks.flatMap((block) =>
    [...listOf(block['elements']), block['accessory'], block['element']]
      .filter((each): each is BlockJson => isRecord(each) && 'action_id' in each)
      .map((element) => ({ blockId: textOf(block['block_id']), element })),
  );
}

export function labelOf(element: BlockJson): string {
  const { text } = element;
  return isRecord(text) ? textOf(text['text']) : '';
}

/** Everything a reader sees of blocks, in one line: mentions as `@U…` and `#C…`, dates as their words. */
export function readBlocks(blocks: unknown): string {
  return wordsOf(blocks).join(' ').replace(/\s+/g, ' ').trim();
}

function wordsOf(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(wordsOf);
  if (!isRecord(part)) return [];
  if (part['type'] === 'user') return [`@${textOf(part['user_id'])}`];
  if (part['type'] === 'channel') return [`#${textOf(part['channel_id'])}`];
  if (part['type'] === 'date') return [textOf(part['fallback'])];
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' ? (key === 'text' || key === 'initial_value' ? [value] : []) : wordsOf(value),
  );
}
