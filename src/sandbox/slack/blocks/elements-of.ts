import { isRecord, type JsonRecord, listAt } from '../record.ts';

/** An element inside a block, with its path from the block, e.g. `elements/2`. */
export interface Placed {
  readonly element: JsonRecord;
  readonly path: string;
}

/** The elements of a block that a person can use. Texts and pictures are none. */
export function elementsOf(block: JsonRecord): readonly Placed[] {
  return candidates(block).filter(({ element }) => !PASSIVE.has(String(element['type'])));
}

const PASSIVE: ReadonlySet<string> = new Set(['image', 'plain_text', 'mrkdwn', 'undefined']);

function candidates(block: JsonRecord): readonly Placed[] {
  switch (block['type']) {
    case 'actions':
      return inList(block, 'elements');
    case 'card':
      return inList(block, 'actions');
    case 'section':
      return isRecord(block['accessory']) ? [{ element: block['accessory'], path: 'accessory' }] : [];
    case 'input':
      return isRecord(block['element']) ? [{ element: block['element'], path: 'element' }] : [];
    default:
      return [];
  }
}

function inList(block: JsonRecord, key: string): readonly Placed[] {
  return listAt(block, key).flatMap((element, index) =>
    isRecord(element) ? [{ element, path: `${key}/${index}` }] : [],
  );
}
