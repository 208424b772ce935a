import { Agent, fetch } from 'undici';
import type { FetchFunction } from '@slack/web-api';
import { InvariantError } from '#domain/invariant.ts';

/** Slack's requests are small and few; 20 connections keep a burst of clicks from queueing behind each other. */
const connections = 20;
/** Nobody waits longer for Slack than this; retries live in the outbox. */
export const apiTimeoutMs = 5000;

export interface PinnedFetch {
  readonly fetch: FetchFunction;
  close(): Promise<void>;
}

/**
 * A fetch that reaches one place only: the bot's token goes with every request, so no argument, redirect or absolute URL may ever
 * lead it elsewhere. Undici's own fetch with undici's own agent: Node's global fetch bundles another undici.
 */
export function createPinnedFetch(apiUrl: string): PinnedFetch {
  const base = new URL(apiUrl);
  const agent = new Agent({
    connections,
    connect: { timeout: 3000 },
    headersTimeout: apiTimeoutMs,
    bodyTimeout: apiTimeoutMs,
  });
  return {
    fetch: async (url, init) => {
      const target = new URL(url);
      if (target.origin !== base.origin || !target.pathname.startsWith(base.pathname)) {
        throw new InvariantError('A Slack API request was about to leave Slack');
      }
      const { body, ...rest } = init ?? {};
      if (body !== undefined && typeof body !== 'string') throw new InvariantError('This face uploads no files');
      return fetch(target, { ...rest, ...(body === undefined ? {} : { body }), redirect: 'error', dispatcher: agent });
    },
    close: () => agent.close(),
  };
}
