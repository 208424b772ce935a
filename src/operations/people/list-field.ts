/** A list that was given on the host with `countersign people propose --csv`. */
export const listField = {
  kind: 'text',
  label: 'List',
  hint: 'The name of a list that was given on the host, such as L-3. Left out: addresses alone.',
  required: false,
  max: 12,
  pattern: /^L-\d{1,9}$/i,
  patternHint: 'Write the name of a list such as L-3.',
} as const;

export const listName = (id: number): string => `L-${id}`;
export const listId = (name: string): number => Number(name.slice(2));
