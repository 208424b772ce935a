import type { Instant } from '#domain/instant.ts';

export interface InboxWriter {
  /** True the first time this key is seen. Slack delivers twice; the second delivery does nothing. */
  claim(key: string, at: Instant): Promise<boolean>;
  /** Forgets what is older than this; answers how many. */
  forget(before: Instant): Promise<number>;
}
