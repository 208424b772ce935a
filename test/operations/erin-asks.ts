import { personId, requestId, slackUserId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Ask } from '#operations/operation.ts';

/** Monday noon, when every sample was read. */
export const NOON = Date.UTC(2026, 10, 23, 12);
export const searchDev = { id: 'proj_search_dev', name: 'search-dev' } as const;

/** Erin asks for this now, with an OpenAI address that the policy knows. */
export function erinAsks(input: JsonObject, more: Partial<Ask<JsonObject>> = {}): Ask<JsonObject> {
  return {
    input,
    requester: {
      slackId: slackUserId('U0ERIN0001'),
      personId: personId('erin'),
      name: 'Erin Vale',
      openaiEmail: 'erin@acme.example',
    },
    requestId: requestId('R01JDC8Q5TZ7M4XW9YHN2BKVPG0'),
    reason: 'nightly evaluation',
    now: NOON,
    ...more,
  };
}
