import type { PolicyFacts } from './facts.ts';

/** What a policy may speak of: the operations there are, handed in because this room does not know them. */
export interface Vocabulary {
  readonly operations: readonly OperationWord[];
}
export type OperationWord = PolicyFacts['operation'];

/** `reads`: whatever only looks. `changes`: everything else. */
const KINDS = { reads: 'read', changes: 'change' } as const;

/** Whether a word of a rule's `operations` covers this operation. */
export function covers(selector: string, operation: OperationWord): boolean {
  if (selector === '*') return true;
  if (selector === 'reads' || selector === 'changes') return operation.kind === KINDS[selector];
  return selector === operation.id || selector === `${operation.family}.*`;
}

export function coveredBy(selectors: readonly string[], vocabulary: Vocabulary): readonly OperationWord[] {
  return vocabulary.operations.filter((operation) => selectors.some((selector) => covers(selector, operation)));
}

/** Every word that may stand under `operations`. */
export function selectorsOf(vocabulary: Vocabulary): readonly string[] {
  const { operations } = vocabulary;
  const families = [...new Set(operations.map(({ family }) => `${family}.*`))];
  return [...operations.map(({ id }) => id), ...families, 'reads', 'changes', '*'];
}
