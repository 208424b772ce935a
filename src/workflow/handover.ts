import type { RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Secret } from '#domain/secret.ts';

/** A secret on its way to one person's eyes. */
export interface Handover {
  readonly secret: Secret;
  readonly name: string;
  readonly projectName: string;
  readonly endsAt: Instant | null;
  readonly requestId: RequestId;
}
