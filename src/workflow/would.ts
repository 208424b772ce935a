import type { NarrowedField } from '#approvals/suggestion.ts';
import type { Instant } from '#domain/instant.ts';
import type { RequestPicture } from './picture.ts';

/** What would be sent if a suggestion were taken. */
export interface Would {
  readonly kind: 'would';
  readonly picture: RequestPicture;
  readonly fields: readonly NarrowedField[];
  /** Digest of what is shown, and the moment it was planned for: the suggestion is bound to both. */
  readonly sight: string;
  readonly at: Instant;
}
