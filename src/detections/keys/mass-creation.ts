import { count, hourMs } from '#domain/instant.ts';
import { burstsOf } from '../burst.ts';
import { burstFinding } from '../burst-finding.ts';
import type { Detection } from '../detection.ts';

const TYPES = ['api_key.created', 'tenant.project_api_key.created'];
const about = { id: 'keys.mass-creation', severity: 'high' } as const;

export const massCreation: Detection = {
  ...about,
  title: 'Many API keys created by one actor',
  attack: 'T1098.001',
  summary: 'One actor creates many API keys within an hour, outside approved requests.',
  advice: [
    'Ask the actor whether this is a planned migration.',
    'If they know nothing of it, end their session or delete their key in the OpenAI dashboard, and revoke the new keys.',
  ],
  // A planned migration goes on for an afternoon and should be told once.
  quietMs: 6 * hourMs,
  run: (events, context) => {
    const limit = context.thresholds.massCreation;
    return burstsOf(events, context, { types: TYPES, limit }).map((burst) =>
      burstFinding(about, burst, { did: `created ${count(burst.things, 'API key')}`, limit, context }),
    );
  },
};
