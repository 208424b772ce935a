import { Agent, fetch } from 'undici';
import type { FetchFunction } from '@slack/web-api';
import type { Instant } from '#domain/instant.ts';
import { InvariantError } from '#domain/invariant.ts';

/** Slack's requests are small and few; 20 connections keep a burst of clicks from queueing behind each other. */
const connections = 20;
/** Nobody waits longer for Slack than this; retries live in the outbox. */
export const apiTimeoutMs = 5000;
/** A file of some megabytes over a slow line; the person was told that it is on its way to them by then, or that it is not. */
const uploadTimeoutMs = 30_000;

export interface PinnedFetch {
  readonly fetch: FetchFunction;
  /** Sends bytes to where Slack said that it takes them, without the token. Whether Slack took them. */
  readonly upload: UploadBytes;
  close(): Promise<void>;
}

export type UploadBytes = (uploadUrl: string, bytes: Uint8Array) => Promise<boolean>;

/** By the API's own host, the one that takes files (Slack API docs, "files.getUploadURLExternal", 2026). */
const fileHosts: Readonly<Record<string, string>> = {
  'slack.com': 'files.slack.com',
  'slack-gov.com': 'files.slack-gov.com',
};

/**
 * Whether a file may go there: Slack's own host for files over https, or the one other host that this installation was told to use
 * as Slack. The address comes in Slack's answer; whoever could change that answer must not get a list of keys for it.
 */
export function mayUploadTo(uploadUrl: string, apiUrl: string): boolean {
  if (!URL.canParse(uploadUrl)) return false;
  const url = new URL(uploadUrl);
  if (url.username !== '' || url.password !== '' || !url.pathname.startsWith('/upload/')) return false;
  const api = new URL(apiUrl);
  const fileHost = fileHosts[api.hostname];
  return fileHost === undefined ? url.origin === api.origin : url.origin === `https://${fileHost}`;
}

function uploader(apiUrl: string, dispatcher: Agent): UploadBytes {
  return async (uploadUrl, bytes) => {
    if (!mayUploadTo(uploadUrl, apiUrl)) throw new InvariantError('A file was about to leave Slack');
    try {
      const response = await fetch(uploadUrl, {
        method: 'POST',
        // Nothing but this: the address is the permission, and the token stays here.
        headers: { 'content-type': 'application/octet-stream' },
        body: bytes,
        redirect: 'error',
        signal: AbortSignal.timeout(uploadTimeoutMs),
        dispatcher,
      });
      // An unread body would hold its connection.
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  };
}

/**
 * A fetch that reaches one place only: the bot's token goes with every request, so no argument, redirect or absolute URL may ever
 * lead it elsewhere. `heardDate` hears the time that each answer says it is. Undici's own fetch with undici's own agent: Node's global fetch bundles another undici.
 */
export function createPinnedFetch(apiUrl: string, heardDate: (dateMs: Instant) => void = () => undefined): PinnedFetch {
  const base = new URL(apiUrl);
  const agent = new Agent({
    connections,
    connect: { timeout: 3000 },
    headersTimeout: apiTimeoutMs,
    bodyTimeout: apiTimeoutMs,
  });
  // An answer about a file takes longer than one about a message; the agent's own limits would cut it off.
  const fileAgent = new Agent({ connections: 2, connect: { timeout: 3000 }, headersTimeout: uploadTimeoutMs });
  return {
    fetch: async (url, init) => {
      const target = new URL(url);
      if (target.origin !== base.origin || !target.pathname.startsWith(base.pathname)) {
        throw new InvariantError('A Slack API request was about to leave Slack');
      }
      const { body, ...rest } = init ?? {};
      // Bytes go by `upload` alone, which carries no token.
      if (body !== undefined && typeof body !== 'string') throw new InvariantError('The Web API is sent text only');
      const sent = { ...rest, ...(body === undefined ? {} : { body }), redirect: 'error', dispatcher: agent } as const;
      const response = await fetch(target, sent);
      const dateMs = Date.parse(response.headers.get('date') ?? '');
      if (Number.isFinite(dateMs)) heardDate(dateMs);
      return response;
    },
    upload: uploader(apiUrl, fileAgent),
    close: async () => void (await Promise.all([agent.close(), fileAgent.close()])),
  };
}
