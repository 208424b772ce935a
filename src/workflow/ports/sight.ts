import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { AuditReader } from './audit.ts';
import type { RequestReader } from './requests.ts';

/** Who looks, and when. Null stands for everybody: what a channel, a file or the command line may show. */
export interface Viewer {
  readonly who: { readonly personId: PersonId; readonly slackId: SlackUserId } | null;
  readonly now: Instant;
}

/**
 * What one viewer may read of what people asked for. Confidential requests that the viewer is no part of are not there, in no list, count or
 * search; of their audit entries the bodies are left out as if erased, so that the chain still verifies.
 */
export interface Sight {
  readonly requests: RequestReader;
  readonly audit: AuditReader;
}
