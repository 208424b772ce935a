import { isRecord, type JsonRecord, textAt } from '../record.ts';
import type { BlockJson } from '../seat.ts';
import type { Mint } from '../state/mint.ts';
import { elementsOf } from './elements-of.ts';

/** Gives every block and every element an id where the app gave none, as Slack does. */
export function assignIds(mint: Pick<Mint, 'id'>, blocks: unknown): readonly BlockJson[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.filter(isRecord).map((block) => {
    const named = { ...block, block_id: textAt(block, 'block_id') ?? mint.id('b') };
    return elementsOf(named).reduce<JsonRecord>(
      (whole, placed) => withActionId(whole, placed.path, mint),
      named,
    ) as BlockJson;
  });
}

/** `path` is `accessory`, `element` or `<list>/<index>`. */
function withActionId(block: JsonRecord, path: string, mint: Pick<Mint, 'id'>): JsonRecord {
  const [key = '', index] = path.split('/');
  const named = (element: unknown) =>
    isRecord(element) ? { ...element, action_id: textAt(element, 'action_id') ?? mint.id('a') } : element;
  const held = block[key];
  if (!Array.isArray(held)) return { ...block, [key]: named(held) };
  return {
    ...block,
    [key]: held.map((element: unknown, place) => (String(place) === index ? named(element) : element)),
  };
}
