import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { SlackMethod } from './method-scopes.ts';
import { isRecord } from './record.ts';

/**
 * What came of one Web API call. `error` is Slack's own code (`channel_not_found`), or `ratelimited`, or `unreachable` when no
 * answer came and it is not known whether the call took effect.
 */
export type SlackAnswer =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: string; readonly retryAfterMs: number };

export type CallSlack = (method: SlackMethod, args: Readonly<Record<string, unknown>>) => Promise<SlackAnswer>;

/** The one way to Slack's Web API. Never throws; a failure is one of Slack's codes, and nothing that was sent or answered is kept. */
export function callerThrough(client: WebClient): CallSlack {
  return async (method, args) => {
    try {
      const data: unknown = await client.apiCall(method, { ...args });
      return isRecord(data) ? { ok: true, data } : { ok: false, error: 'unreachable', retryAfterMs: 0 };
    } catch (error) {
      return failure(error);
    }
  };
}

function failure(error: unknown): SlackAnswer {
  if (error instanceof WebAPIRateLimitedError)
    return { ok: false, error: 'ratelimited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return { ok: false, error: error.data.error.slice(0, 80), retryAfterMs: 0 };
  return { ok: false, error: 'unreachable', retryAfterMs: 0 };
}
