import { type Document, isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';

/**
 * Offset in the text at which a value, or its key, stands. A path that leaves the document (a missing key, or one word written
 * where a list may stand) answers the innermost thing that does exist.
 */
export function placeOf(document: Document, path: readonly (string | number)[], at: 'key' | 'value'): number {
  let here: unknown = document.contents;
  let offset = startOf(here) ?? 0;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(here)) {
      const pair: Pair | undefined = here.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      const keyAt = startOf(pair.key) ?? offset;
      // An empty value has no text of its own; the reader looks at its key.
      const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.source === '');
      if (isEmpty || (isLast && at === 'key')) return keyAt;
      offset = startOf(pair.value) ?? keyAt;
      here = pair.value;
    } else if (isSeq(here) && typeof step === 'number') {
      const item: unknown = here.items[step];
      if (item === undefined) return offset;
      offset = startOf(item) ?? offset;
      here = item;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
