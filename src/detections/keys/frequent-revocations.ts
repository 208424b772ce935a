import { count, hourMs } from '#domain/instant.ts';
import { burstsOf } from '../burst.ts';
import { burstFinding } from '../burst-finding.ts';
import type { Detection } from '../detection.ts';

const TYPES = ['api_key.deleted', 'service_account.deleted'];
const about = { id: 'keys.frequent-revocations', severity: 'medium' } as const;

export const frequentRevocations: Detection = {
  ...about,
  title: 'Many keys revoked by one actor',
  attack: 'T1531',
  summary: 'One actor deletes many keys or service accounts within half an hour, outside approved requests.',
  advice: [
    'Ask the actor whether they are answering a leak or cleaning up.',
    'If not, end their session or delete their key first, then issue new keys to the services that stopped.',
  ],
  // An answer to a leak is over in an hour or two; what still goes on after that is news again.
  quietMs: 2 * hourMs,
  run: (events, context) => {
    const limit = context.thresholds.frequentRevocations;
    return burstsOf(events, context, { types: TYPES, limit }).map((burst) =>
      burstFinding(about, burst, {
        did: `revoked ${count(burst.things, 'key or account', 'keys and accounts')}`,
        limit,
        context,
      }),
    );
  },
};
