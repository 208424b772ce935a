import type { Logger } from '@slack/bolt';
import { WebClient, type FetchFunction, type WebClientOptions } from '@slack/web-api';
import type { Secret } from '#domain/secret.ts';
import { silentLogger } from '../transport/sdk-logger.ts';
import { callerThrough, type CallSlack } from './call-slack.ts';
import { apiTimeoutMs } from './pinned-fetch.ts';

/** Three separate ways to Slack, so that a flood of posts cannot hold up a click, and nothing that shows a secret can log. */
export interface Clients {
  /** Answers to a person who waits. */
  readonly interactive: CallSlack;
  /** The outbox, lookups of people, Home tabs. */
  readonly background: CallSlack;
  /** Shows a new key, once. Used by nothing else. */
  readonly reveal: CallSlack;
}

/**
 * The SDK's own defaults wait without end, retry for half an hour and pause a whole client at a 429; here every call is one attempt.
 */
export function clientOptions(options: { apiUrl: string; fetch: FetchFunction; logger: Logger }): WebClientOptions {
  return {
    slackApiUrl: options.apiUrl,
    fetch: options.fetch,
    logger: options.logger,
    timeout: apiTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  };
}

export function createClients(
  botToken: Secret,
  options: { apiUrl: string; fetch: FetchFunction; logger: Logger },
): Clients {
  const client = (logger: Logger): CallSlack =>
    callerThrough(new WebClient(botToken.reveal(), clientOptions({ ...options, logger })));
  return { interactive: client(options.logger), background: client(options.logger), reveal: client(silentLogger()) };
}
