import type { KnownBlock } from '@slack/types';
import { Agent, fetch } from 'undici';
import type { Log } from '#workflow/ports/log.ts';
import { sendProblems } from '../blocks/limits.ts';
import { apiTimeoutMs } from './pinned-fetch.ts';

/** A message that only one person sees. Gone on reload, so never a record of anything. */
export interface PrivateMessage {
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  /** Takes the place of the message the click was on. */
  readonly replaces?: boolean;
}

export interface PrivateAnswers {
  /** Answers a click or a command. Best effort: what it says can always be asked for again. */
  answer(responseUrl: string, message: PrivateMessage): Promise<boolean>;
  close(): Promise<void>;
}

const slackHosts = new Set(['hooks.slack.com', 'hooks.slack-gov.com']);

/**
 * Whether a response_url may be fetched: Slack's own hook hosts over https, or the one other host that this installation was told
 * to use as Slack. It comes in a signed payload, but a URL that somebody else chose is never followed on that word alone.
 */
export function mayAnswerAt(responseUrl: string, apiUrl: string): boolean {
  if (!URL.canParse(responseUrl)) return false;
  const url = new URL(responseUrl);
  if (url.username !== '' || url.password !== '') return false;
  const api = new URL(apiUrl);
  if (api.hostname === 'slack.com' || api.hostname === 'slack-gov.com')
    return url.protocol === 'https:' && url.port === '' && slackHosts.has(url.hostname);
  return url.origin === api.origin;
}

/** Why nothing is sent there, or null when it may be. */
function obstacle(responseUrl: string, apiUrl: string, message: PrivateMessage): string | null {
  if (!mayAnswerAt(responseUrl, apiUrl)) return 'its address is outside Slack';
  const problems = sendProblems('message', message);
  return problems.length > 0 ? problems.join(', ') : null;
}

// A private message is one person's: `response_type` is said even though it is Slack's default.
function bodyOf({ text, blocks, replaces }: PrivateMessage): string {
  const drawn = blocks === undefined ? {} : { blocks };
  return JSON.stringify({ response_type: 'ephemeral', text, ...drawn, replace_original: replaces ?? false });
}

export function createPrivateAnswers(apiUrl: string, log: Log): PrivateAnswers {
  const agent = new Agent({ connections: 20, connect: { timeout: 3000 } });
  const send = async (responseUrl: string, body: string): Promise<number | null> => {
    try {
      const signal = AbortSignal.timeout(apiTimeoutMs);
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(responseUrl, {
        method: 'POST',
        headers,
        body,
        redirect: 'error',
        signal,
        dispatcher: agent,
      });
      // An unread body would hold its connection.
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null;
    }
  };
  return {
    async answer(responseUrl, message) {
      const why = obstacle(responseUrl, apiUrl, message);
      if (why !== null) {
        log.error({ why }, 'A private answer was not sent');
        return false;
      }
      const status = await send(responseUrl, bodyOf(message));
      if (status === 200) return true;
      log.warn({ status }, 'A private answer did not reach Slack');
      return false;
    },
    close: () => agent.close(),
  };
}
