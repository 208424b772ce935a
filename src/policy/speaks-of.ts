import { isAdoption } from './adoption-consent.ts';
import type { Rule } from './policy.ts';
import { covers, type OperationWord } from './vocabulary.ts';

/** Words by which a denial means the adoption of another policy. */
export const adoptionWords: readonly string[] = ['policy.adopt', 'policy.*'];

/**
 * Whether a rule is about this operation. A denial of `changes` or `*` stops what is done with the organization, and never the adoption of the
 * policy that ends that denial.
 */
export function speaksOf({ kind, operations }: Rule, operation: OperationWord): boolean {
  const words =
    kind === 'deny' && isAdoption(operation.id)
      ? operations.filter((word) => adoptionWords.includes(word))
      : operations;
  return words.some((word) => covers(word, operation));
}
