import type { Suggestion } from '#approvals/suggestion.ts';
import type { RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

export interface SuggestionReader {
  /** Made for this request, oldest first; at most `mostSuggestions`. */
  of(id: RequestId): Promise<readonly Suggestion[]>;
}

export interface SuggestionWriter extends SuggestionReader {
  make(suggestion: Omit<Suggestion, 'id' | 'end'>): Promise<Suggestion>;
  /** `taken: null` is kept as it was asked for. False when it was answered already. */
  end(
    id: number,
    ended: { readonly at: Instant; readonly taken: { readonly by: RequestId; readonly counted: boolean } | null },
  ): Promise<boolean>;
}
