import type { Remark } from '../problem.ts';
import type { PolicyDocument } from '../schema.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** One question about a policy that the shape of its file cannot answer. Problems stop a start, warnings are shown. */
export interface Review {
  readonly id: string;
  look(
    document: PolicyDocument,
    vocabulary: Vocabulary,
  ): { readonly problems: readonly Remark[]; readonly warnings: readonly Remark[] };
}

export const problemsOnly = (problems: readonly Remark[]) => ({ problems, warnings: [] });
export const warningsOnly = (warnings: readonly Remark[]) => ({ problems: [], warnings });
